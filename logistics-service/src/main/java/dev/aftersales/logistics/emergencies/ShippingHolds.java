package dev.aftersales.logistics.emergencies;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Which stock is not shipped. */
@Component
public class ShippingHolds {

    private static final int OF_ONE_MODEL = 50;

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
