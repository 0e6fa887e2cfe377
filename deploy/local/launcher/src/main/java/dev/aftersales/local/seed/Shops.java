package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Addressee;
import dev.aftersales.local.seed.FirstData.Postal;
import dev.aftersales.local.seed.FirstData.Receipt;
import dev.aftersales.local.seed.FirstData.Staff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Vendor "shops", policy B: air conditioners with an invoice and a warranty card each. */
final class Shops {

    private static final Prices CNY = new Prices("CNY");

    private Shops() {}

    static FirstData data(LocalDate today) {
        return new FirstData(
                "shops",
                new Staff("shen", "pan", "qiu", "gao"),
                List.of(Sold.contract(
                        "HL-2026-0031",
                        "hualin",
                        Sold.shipment("LOT-SA35-26")
                                .of(10, "SA-35", "SA35-0001", serial -> split(serial, today.minusMonths(4)))
                                .of(3, "SA-35", "SA35-9001", serial -> split(serial, today.minusMonths(20))),
                        Sold.shipment("LOT-SA12-26")
                                .of(10, "SA-12", "SA12-0001", serial -> window(serial, today.minusMonths(4))))),
                List.of(),
                List.of(
                        CNY.fault("K-201", "PERFORMANCE", List.of("SA-35", "SA-12"), "CAP-35", "46.00", "2000.00"),
                        CNY.fault("K-202", "MATERIAL", List.of("SA-35"), "FAN-35", "188.00", "2000.00")),
                tariff(),
                List.of(new Receipt("CAP-35", 120), new Receipt("FAN-35", 40)),
                List.of(Addressee.of(
                        "lin",
                        "hualin",
                        "Lin Xia",
                        "zh",
                        new Postal("Nanjing Road 210", "Shanghai", "200001", "China"))));
    }

    /** Two regions, two levels of shops, and the five kinds of fees that the policy knows (B3.2, B3.3). */
    private static FirstData.Entry tariff() {
        List<Map<String, Object>> prices = new ArrayList<>();
        prices.addAll(Prices.at("CN-3101", "A", fees("80.00", "120.00")));
        prices.addAll(Prices.at("CN-3101", "B", fees("60.00", "90.00")));
        prices.addAll(Prices.at("CN-3205", "B", fees("50.00", "80.00")));
        return CNY.tariff(prices);
    }

    private static List<Map<String, Object>> fees(String callOut, String work) {
        return List.of(
                CNY.fee("DOOR_TO_DOOR", "CASE", callOut),
                CNY.fee("MAINTENANCE", "HOUR", work),
                CNY.fee("REMOTE", "CASE", "40.00"),
                CNY.fee("AUXILIARY_MATERIAL", "CASE", "25.00"),
                CNY.part("SPARE_PARTS", "CAP-35", "46.00"),
                CNY.part("SPARE_PARTS", "FAN-35", "188.00"));
    }

    /** An indoor and an outdoor part, each with a barcode of its own. */
    private static Map<String, Object> split(String serial, LocalDate bought) {
        return sold(serial, bought, Map.of("indoorBarcode", serial + "-IN", "outdoorBarcode", serial + "-OUT"));
    }

    /** One housing, one barcode (reading B?10). */
    private static Map<String, Object> window(String serial, LocalDate bought) {
        return sold(serial, bought, Map.of("indoorBarcode", serial + "-IN"));
    }

    private static Map<String, Object> sold(String serial, LocalDate bought, Map<String, String> barcodes) {
        return Map.of(
                "attributes",
                barcodes,
                "documents",
                List.of(
                        Sold.paper("INVOICE", "INV-" + serial, bought),
                        Sold.paper("WARRANTY_CARD", "CARD-" + serial, bought, barcodes)));
    }
}
