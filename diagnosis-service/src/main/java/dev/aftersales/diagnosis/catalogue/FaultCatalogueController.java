package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.contracts.PrintedCode;
import jakarta.validation.Valid;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/fault-catalogue")
class FaultCatalogueController {

    private static final Logger log = LoggerFactory.getLogger(FaultCatalogueController.class);

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,63}");

    private final FaultCatalogue catalogue;
    private final CountedUnits radar;

    FaultCatalogueController(FaultCatalogue catalogue, CountedUnits radar) {
        this.catalogue = catalogue;
        this.radar = radar;
    }

    @GetMapping
    @Allowed({Role.TECHNICIAN, Role.AGENT, Role.POLICY_ADMIN, Role.VENDOR_OPS})
    Page<CatalogueEntryView> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        String tenant = caller.vendorOr(vendor);
        int most = Cursor.limit(limit);
        String after = cursor == null ? null : TextCursor.decode(cursor).text();
        return TextCursor.page(
                catalogue.after(tenant, after, most + 1),
                most,
                entry -> new TextCursor(entry.code()),
                CatalogueEntryView::of);
    }

    /**
     * Puts an entry in force. A family holds for what is claimed from then on; the answer warns of units that are counted
     * under the code itself or a family that it was of already, as far as the radar has told of them.
     */
    @PutMapping("/{code}")
    @Allowed(Role.POLICY_ADMIN)
    ResponseEntity<CatalogueEntryView> put(
            Caller caller,
            @PathVariable("code") String written,
            @RequestParam @Nullable String vendor,
            @RequestBody @Valid PutCatalogueEntry body) {
        String tenant = caller.vendorOr(vendor);
        String code = PrintedCode.of(written);
        if (!CODE.matcher(code).matches()) {
            throw Problem.status(422)
                    .type("bad-fault-code")
                    .title("That cannot be a fault code")
                    .detail("A code has up to 64 letters, digits, dots, dashes and underscores, and starts with a"
                            + " letter or digit.")
                    .exception();
        }
        FaultCatalogue.Putting put = catalogue.put(tenant, code, body.toDefinition(), caller.person());
        log.atInfo()
                .addKeyValue("vendor", tenant)
                .addKeyValue("code", code)
                .addKeyValue("version", put.entry().inForce().number())
                .log("catalogue entry in force");
        return ResponseEntity.status(put.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(CatalogueEntryView.of(put.entry(), CountedApart.of(put.entry(), radar)));
    }
}
