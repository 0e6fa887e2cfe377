package dev.aftersales.diagnosis.cases;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/diagnoses")
class DiagnosesController {

    private final Cases cases;
    private final TakeCase take;
    private final GiveBackCase giveBack;
    private final ConcludeCase conclude;

    DiagnosesController(Cases cases, TakeCase take, GiveBackCase giveBack, ConcludeCase conclude) {
        this.cases = cases;
        this.take = take;
        this.giveBack = giveBack;
        this.conclude = conclude;
    }

    @GetMapping
    @Allowed({Role.TECHNICIAN, Role.AGENT, Role.VENDOR_OPS})
    Page<DiagnosisSummary> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable Stage state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        String tenant = caller.vendorOr(vendor);
        int most = Cursor.limit(limit);
        return Cursor.page(
                cases.queue(tenant, state, cursor == null ? null : Cursor.decode(cursor), most + 1),
                most,
                QueuePlace::of,
                DiagnosisSummary::of);
    }

    @GetMapping("/{id}")
    @Allowed({Role.TECHNICIAN, Role.AGENT, Role.VENDOR_OPS})
    DiagnosisView one(Caller caller, @PathVariable String id) {
        return DiagnosisView.of(cases.of(caller, id));
    }

    /** 201 when the case is now the caller's, 200 when it was before. */
    @PostMapping("/{id}/assignment")
    @Allowed(Role.TECHNICIAN)
    ResponseEntity<DiagnosisView> take(Caller caller, @PathVariable String id) {
        TakeCase.Taking taking = take.by(caller, id);
        DiagnosisCase taken = Refusals.accepted(taking.outcome());
        return ResponseEntity.status(taking.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(DiagnosisView.of(taken));
    }

    @DeleteMapping("/{id}/assignment")
    @Allowed(Role.TECHNICIAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveBack(Caller caller, @PathVariable String id) {
        Refusals.accepted(giveBack.by(caller, id));
    }

    @PostMapping("/{id}/conclusion")
    @Allowed(Role.TECHNICIAN)
    DiagnosisView conclude(Caller caller, @PathVariable String id, @RequestBody @Valid ConclusionRequest body) {
        return DiagnosisView.of(Refusals.accepted(conclude.by(caller, id, body.toConclusions())));
    }
}
