package dev.aftersales.logistics.orders;

import dev.aftersales.chassis.paging.Cursor;
import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.logistics.emergencies.ShippingHold;
import dev.aftersales.logistics.orders.ConfirmShipment.Confirmation;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/shipments")
class ShipmentsController {

    private final Orders orders;
    private final ShipmentList list;
    private final ConfirmShipment confirm;
    private final ShippingAddresses addresses;

    ShipmentsController(Orders orders, ShipmentList list, ConfirmShipment confirm, ShippingAddresses addresses) {
        this.orders = orders;
        this.list = list;
        this.confirm = confirm;
        this.addresses = addresses;
    }

    @GetMapping
    @Allowed({Role.WAREHOUSE, Role.AGENT, Role.ACCOUNT_MANAGER})
    Page<ShipmentView> list(
            Caller caller,
            @RequestParam @Nullable String vendor,
            @RequestParam @Nullable ShipmentState state,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return list.page(
                caller.vendorOr(vendor), state, cursor == null ? null : Cursor.decode(cursor), Cursor.limit(limit));
    }

    @GetMapping("/{id}")
    @Allowed({Role.WAREHOUSE, Role.AGENT, Role.ACCOUNT_MANAGER})
    ShipmentView one(Caller caller, @PathVariable String id) {
        ServiceOrder order = visible(caller, id);
        return caller.is(Role.WAREHOUSE) ? view(order, id).sentTo(addresses.of(order.customer())) : view(order, id);
    }

    /** The same parcel again changes nothing; another one is a correction, until the carrier has it. */
    @PostMapping("/{id}/confirmation")
    @Allowed(Role.WAREHOUSE)
    ShipmentView confirm(Caller caller, @PathVariable String id, @RequestBody @Valid ConfirmationRequest body) {
        return switch (confirm.confirm(caller, visible(caller, id), id, body)) {
            case Confirmation.Confirmed confirmed -> view(visible(caller, id), id);
            case Confirmation.NotReleased waiting ->
                throw Problem.status(409)
                        .type("wrong-state")
                        .title("The shipment is not released to the warehouse")
                        .detail("It is " + waiting.state() + ". Confirm what is RELEASED: see the pick list.")
                        .with("state", waiting.state())
                        .exception();
            case Confirmation.OtherParcel other ->
                throw Problem.status(409)
                        .type("already-confirmed")
                        .title("The shipment is on its way as another parcel")
                        .detail("It went to " + other.carrier() + " as " + other.trackingNumber() + ".")
                        .with("carrier", other.carrier())
                        .with("trackingNumber", other.trackingNumber())
                        .exception();
            case Confirmation.Held held ->
                throw problem(held.hold(), "shipping-held", "Shipping of this stock is held")
                        .detail(words(held.hold()) + " Nothing of it is shipped until the batch issue is resolved."
                                + (held.hold().lots().isEmpty() ? "" : " Pack pieces of another lot."))
                        .exception();
            case Confirmation.LotNotTold untold ->
                throw problem(untold.hold(), "lot-not-told", "The lot decides whether this may be shipped")
                        .detail(words(untold.hold()) + " Tell in lots of which lot each of the " + untold.pieces()
                                + " pieces is (part, lot, quantity).")
                        .with("pieces", untold.pieces())
                        .exception();
            case Confirmation.NotInShipment other ->
                throw Problem.status(422)
                        .type("not-in-shipment")
                        .title("The lots are of pieces that the shipment does not have")
                        .detail("The shipment has fewer pieces of " + other.part()
                                + " than lots are told of. See the pick list.")
                        .with("part", other.part())
                        .exception();
            case Confirmation.NumberInUse inUse ->
                throw Problem.status(409)
                        .type("tracking-number-in-use")
                        .title("Another shipment has this tracking number")
                        .detail("A number stands for one parcel. Check the label and send the number that is on it.")
                        .with("trackingNumber", body.trackingNumber())
                        .exception();
        };
    }

    private static Problem problem(ShippingHold hold, String type, String title) {
        return Problem.status(409)
                .type(type)
                .title(title)
                .with("batchIssue", hold.batchIssue())
                .with("model", hold.model())
                .with("lots", hold.lots())
                .with("heldSince", hold.since());
    }

    private static String words(ShippingHold hold) {
        return "The emergency plan of batch issue " + hold.batchIssue() + " holds "
                + (hold.lots().isEmpty() ? "all stock" : "lot " + String.join(", ", hold.lots())) + " of "
                + hold.model() + " since " + hold.since() + ".";
    }

    private ServiceOrder visible(Caller caller, String shipmentId) {
        return ShipmentId.of(shipmentId)
                .flatMap(id -> orders.find(id.claim()))
                .filter(order -> caller.servesVendor(order.vendor()))
                .filter(order -> order.shipment(shipmentId).isPresent())
                .orElseThrow(() -> Problem.notFound("shipment", shipmentId).exception());
    }

    private static ShipmentView view(ServiceOrder order, String shipmentId) {
        return ShipmentView.of(order, order.shipment(shipmentId).orElseThrow());
    }
}
