package dev.aftersales.chassis.sample;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/tallies")
class SampleController {

    private final Aggregates<Tally> tallies;
    private final Clock clock;

    SampleController(Aggregates<Tally> tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    enum Colour {
        RED,
        GREEN
    }

    record NewTally(
            @NotBlank String id,
            @Max(10) int count,
            @Nullable Colour paint,
            @Nullable Boolean open,
            @Nullable BigDecimal price,
            @Nullable List<Piece> pieces,
            @Nullable Instant at,
            @Nullable Duration length,
            @Nullable Map<LocalDate, String> days) {}

    record Piece(int size) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.AGENT)
    Tally create(@RequestBody @Valid NewTally wanted, Caller caller) {
        Tally tally = new Tally(wanted.id(), caller.vendorOr(null), wanted.count(), clock.instant());
        tallies.insert(wanted.id(), Change.of(tally, tally.told()));
        return tally;
    }

    @GetMapping("/{id}")
    @Allowed({Role.AGENT, Role.CUSTOMER})
    Tally one(@PathVariable String id, Caller caller) {
        return tallies.find(id)
                .filter(tally -> caller.servesVendor(tally.vendor()))
                .orElseThrow(() -> Problem.notFound("tally", id).exception())
                .state();
    }

    @GetMapping("/{id}/parts")
    @Allowed(Role.AGENT)
    int parts(@PathVariable String id, @RequestParam @Min(1) int first, @RequestParam @Nullable Colour colour) {
        return first;
    }

    @PostMapping("/{id}/files")
    @Allowed(Role.AGENT)
    long file(@PathVariable String id, @RequestParam MultipartFile file) {
        return file.getSize();
    }
}
