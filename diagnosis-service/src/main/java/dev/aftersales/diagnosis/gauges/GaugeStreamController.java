package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.problems.Filters;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The radar for a dashboard: groups as they stand, and then each change as it comes, as server-sent events. */
@RestController
@RequestMapping("/api/v1/batch-radar/stream")
class GaugeStreamController {

    private static final List<String> FILTERS =
            List.of("vendor", "model", "lot", "faultFamily", "contractHolder", "open", "minUnits");

    /** Of a token that says nothing of its end. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final GroupGauges groups;
    private final GaugeStreams streams;
    private final GaugeSettings settings;
    private final JsonMapper json;
    private final Clock businessClock;
    private final Clock machineClock;

    GaugeStreamController(
            GroupGauges groups,
            GaugeStreams streams,
            GaugeSettings settings,
            JsonMapper json,
            Clock businessClock,
            @Qualifier("machineClock") Clock machineClock) {
        this.groups = groups;
        this.streams = streams;
        this.settings = settings;
        this.json = json;
        this.businessClock = businessClock;
        this.machineClock = machineClock;
    }

    /**
     * The stream: {@code begin} (whether what follows is all, or only what changed since {@code Last-Event-ID}), a
     * {@code gauge} for each group, {@code current} when all are told, then a {@code gauge} for each change and {@code left}
     * for a group that is empty or no longer asked for. It ends with the token.
     */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    void stream(
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String model,
            @RequestParam @Nullable String lot,
            @RequestParam @Nullable String faultFamily,
            @RequestParam @Nullable String contractHolder,
            @RequestParam @Nullable Boolean open,
            @RequestParam @Nullable Integer minUnits,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        Filters.refuseUnknown(request, "Groups", FILTERS);
        BatchRadarController.refuseNegative(minUnits);
        String tenant = caller.vendorOr(vendor);
        GaugeFilter filter = new GaugeFilter(model, lot, faultFamily, contractHolder, open, minUnits);
        Instant expiry = token.getExpiresAt();
        Instant until = expiry == null ? machineClock.instant().plus(LONGEST) : expiry;
        GaugeStream stream = streams.open(caller.person(), tenant, filter);
        try {
            new GaugeTelling(groups, stream, tenant, filter, json, businessClock, machineClock, settings.heartbeat())
                    .tell(response, lastEventId, until);
        } finally {
            streams.close(stream);
        }
    }
}
