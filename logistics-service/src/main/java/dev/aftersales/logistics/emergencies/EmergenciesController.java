package dev.aftersales.logistics.emergencies;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Filters;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What emergency plans keep from going out, and what they keep for their own. Both end with the batch issue. */
@RestController
@RequestMapping("/api/v1")
class EmergenciesController {

    private static final List<String> FILTERS = List.of("vendor", "cursor", "limit");

    private final Emergencies emergencies;

    EmergenciesController(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    /**
     * Parts that are reserved for a batch issue.
     *
     * @param since when its plan was started
     */
    record Reservation(String batchIssue, Instant since, List<PartView> parts) {

        private static Reservation of(Emergency emergency) {
            return new Reservation(
                    emergency.issue(),
                    Objects.requireNonNull(emergency.plannedAt()),
                    emergency.reserved().stream().map(PartView::of).toList());
        }
    }

    /**
     * One part of it.
     *
     * @param wanted pieces that the plan wants
     * @param reserved pieces that are still held for it
     * @param served pieces that orders of its claims have; absent where it was last looked at before that was told apart,
     *     and these are among the reserved ones
     * @param missing of what is wanted
     */
    record PartView(
            String part, int wanted, int reserved, @Nullable Integer served, int missing) {

        static PartView of(ReservedPart part) {
            int served = Objects.requireNonNullElse(part.served(), 0);
            return new PartView(
                    part.part(),
                    part.wanted(),
                    part.reserved() - served,
                    part.served(),
                    Math.max(0, part.wanted() - part.reserved()));
        }
    }

    @GetMapping("/shipping-holds")
    @Allowed({Role.WAREHOUSE, Role.VENDOR_OPS})
    Page<ShippingHold> holds(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Shipping holds", FILTERS);
        int most = Cursor.limit(limit);
        return TextCursor.page(
                emergencies.holding(caller.vendorOr(vendor), after(cursor), most + 1),
                most,
                emergency -> new TextCursor(emergency.issue()),
                emergency -> Objects.requireNonNull(emergency.hold()));
    }

    @GetMapping("/emergency-reservations")
    @Allowed({Role.WAREHOUSE, Role.VENDOR_OPS})
    Page<Reservation> reservations(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            HttpServletRequest request) {
        Filters.refuseUnknown(request, "Reservations", FILTERS);
        int most = Cursor.limit(limit);
        return TextCursor.page(
                emergencies.active(caller.vendorOr(vendor), after(cursor), most + 1),
                most,
                emergency -> new TextCursor(emergency.issue()),
                Reservation::of);
    }

    private static String after(@Nullable String cursor) {
        return cursor == null ? "" : TextCursor.decode(cursor).text();
    }
}
