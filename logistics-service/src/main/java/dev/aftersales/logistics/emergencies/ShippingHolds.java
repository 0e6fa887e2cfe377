package dev.aftersales.logistics.emergencies;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which stock is not shipped. */
@Component
public class ShippingHolds {

    /** More open plans for one model than any vendor has people for. */
    private static final int OF_ONE_MODEL = 1_000;

    private final Emergencies emergencies;

    ShippingHolds(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    /** The holds on a part: units lie in stock under their model. */
    public List<ShippingHold> on(String vendor, String part) {
        return emergencies.holdingModel(vendor, part, OF_ONE_MODEL).stream()
                .map(emergency -> Objects.requireNonNull(emergency.hold()))
                .toList();
    }
}
