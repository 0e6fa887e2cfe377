package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Filters;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.contracts.events.radar.GroupGauged;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups of alike units on their way to a batch issue, for those who may see these issues. */
@RestController
@RequestMapping("/api/v1/batch-radar")
class BatchRadarController {

    private static final List<String> FILTERS =
            List.of("vendor", "model", "lot", "faultFamily", "contractHolder", "open", "minUnits", "cursor", "limit");

    private final GroupGauges groups;

    BatchRadarController(GroupGauges groups) {
        this.groups = groups;
    }

    /** The fullest groups first. */
    @GetMapping
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    Page<GaugeView> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String model,
            @RequestParam @Nullable String lot,
            @RequestParam @Nullable String faultFamily,
            @RequestParam @Nullable String contractHolder,
            @RequestParam @Nullable Boolean open,
            @RequestParam @Nullable Integer minUnits,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Groups", FILTERS);
        refuseNegative(minUnits);
        int most = Cursor.limit(limit);
        List<GroupGauged> found = groups.fullestFirst(
                caller.vendorOr(vendor),
                new GaugeFilter(model, lot, faultFamily, contractHolder, open, minUnits),
                cursor == null ? null : GaugePlace.decode(cursor),
                most + 1);
        return TextCursor.page(found, most, GaugePlace::of, GaugeView::of);
    }

    /** One group, as long as anything is counted in it. */
    @GetMapping("/{group}")
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    GaugeView one(Caller caller, @PathVariable String group) {
        return GaugeView.of(groups.of(caller, group));
    }

    /** The last claims behind a group, newest first. */
    @GetMapping("/{group}/claims")
    @Allowed({Role.VENDOR_OPS, Role.ACCOUNT_MANAGER, Role.AGENT, Role.TECHNICIAN})
    ClaimsBehindView claims(Caller caller, @PathVariable String group) {
        return ClaimsBehindView.of(groups.of(caller, group));
    }

    /** No group has fewer than no units. */
    static void refuseNegative(@Nullable Integer minUnits) {
        if (minUnits != null && minUnits < 0) {
            throw Problem.status(400)
                    .type("invalid")
                    .title("The request is not valid")
                    .detail("minUnits is " + minUnits + "; a group has 0 units or more.")
                    .with("errors", List.of(Map.of("field", "minUnits", "rule", "min", "detail", "0 or more")))
                    .exception();
        }
    }
}
