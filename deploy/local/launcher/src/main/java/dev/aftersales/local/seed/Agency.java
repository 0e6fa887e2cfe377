package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Addressee;
import dev.aftersales.local.seed.FirstData.Postal;
import dev.aftersales.local.seed.FirstData.Receipt;
import dev.aftersales.local.seed.FirstData.Staff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vendor "agency", policy C: a brand of its own and others' brands, some of them past the term. */
final class Agency {

    private static final Prices CNY = new Prices("CNY");

    private Agency() {}

    static FirstData data(LocalDate today) {
        return new FirstData(
                "agency",
                new Staff("vera", "pia", "frida", "walt"),
                List.of(Sold.contract(
                        "NW-AG-0501",
                        "nordwind",
                        Map.of("onSite", Set.of("CN-4401")),
                        Sold.shipment("LOT-CX-26")
                                .with(Sold.paper("INVOICE", "INV-AG-2611", today.minusMonths(4)))
                                .of(10, "CX-100", "CX100-0001", unit -> supply("OWN_BRAND"))
                                .of(5, "CX-150", "CX150-0001", unit -> supply("AGENCY"))
                                .of(5, "CX-900", "CX900-0001", unit -> supply("AGENCY")),
                        Sold.shipment("LOT-CX-25")
                                .with(Sold.paper("INVOICE", "INV-AG-2407", today.minusMonths(20)))
                                .of(5, "CX-100", "CX100-9001", unit -> supply("OWN_BRAND")),
                        Sold.shipment("LOT-CX-22")
                                .with(Sold.paper("INVOICE", "INV-AG-2203", today.minusMonths(40)))
                                .of(5, "CX-100", "CX100-9501", unit -> supply("OWN_BRAND")))),
                List.of(),
                List.of(
                        CNY.fault("H-310", "QUALITY_FAILURE", List.of("CX-100"), "BRD-10", "260.00", "3000.00"),
                        CNY.fault(
                                "H-315", "QUALITY_FAILURE", List.of("CX-150", "CX-900"), "SEN-90", "540.00", "3000.00"),
                        CNY.depotFault(
                                "H-320", "QUALITY_FAILURE", List.of("CX-100"), "BRD-10", "260.00", "3000.00", "1.5")),
                CNY.tariff(List.of(
                        CNY.part("PARTS", "BRD-10", "260.00"),
                        CNY.part("PARTS", "SEN-90", "540.00"),
                        CNY.fee("LABOUR", "HOUR", "120.00"),
                        CNY.fee("SERVICE", "CASE", "80.00"))),
                List.of(new Receipt("BRD-10", 60), new Receipt("SEN-90", 30)),
                List.of(Addressee.of(
                        "carl",
                        "nordwind",
                        "Carl Eriksen",
                        "en",
                        new Postal("Hamngatan 14", "Gothenburg", "411 06", "Sweden"))));
    }

    private static Map<String, Object> supply(String supply) {
        return Map.of("attributes", Map.of("supply", supply));
    }
}
