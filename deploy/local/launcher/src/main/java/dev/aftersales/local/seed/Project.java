package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Addressee;
import dev.aftersales.local.seed.FirstData.Entry;
import dev.aftersales.local.seed.FirstData.Postal;
import dev.aftersales.local.seed.FirstData.Receipt;
import dev.aftersales.local.seed.FirstData.Staff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Vendor "project", policy E: cameras of two sites, the older one in a paid year of maintenance. */
final class Project {

    private static final Prices CNY = new Prices("CNY");

    private Project() {}

    static FirstData data(LocalDate today) {
        return new FirstData(
                "project",
                new Staff("yara", "sven", "rosa", "lars"),
                List.of(
                        Sold.contract(
                                "ML-2026-0003",
                                "metroline",
                                Sold.shipment("LOT-EC-26")
                                        .with(Sold.paper("PROJECT_ACCEPTANCE", "ACC-ML-26", today.minusMonths(7)))
                                        .of(20, "EC-400", "EC400-0001", camera -> priced())),
                        Sold.contract(
                                "ML-2023-0011",
                                "metroline",
                                Sold.shipment("LOT-EC-23")
                                        .with(Sold.paper("PROJECT_ACCEPTANCE", "ACC-ML-23", today.minusMonths(34)))
                                        .of(10, "EC-400", "EC400-9001", camera -> priced()))),
                List.of(new Entry(
                        "MY-2026-0002",
                        Map.of(
                                "kind", "PAID_YEAR",
                                "contract", "ML-2023-0011",
                                "from", today.minusMonths(10).toString(),
                                "until", today.plusMonths(2).minusDays(1).toString(),
                                "training", Map.of("place", "Control room 2", "people", 6)))),
                List.of(
                        CNY.fault("P-501", "QUALITY_FAILURE", List.of("EC-400"), "LEN-40", "410.00", "4000.00"),
                        CNY.fault("P-505", "MATERIAL", List.of("EC-400"), "POE-40", "150.00", "4000.00")),
                CNY.tariff(List.of(
                        CNY.part("PARTS", "LEN-40", "410.00"),
                        CNY.part("PARTS", "POE-40", "150.00"),
                        CNY.fee("LABOUR", "HOUR", "150.00"),
                        CNY.fee("SERVICE", "CASE", "100.00"))),
                List.of(new Receipt("LEN-40", 40), new Receipt("POE-40", 40)),
                List.of(Addressee.of(
                        "paul",
                        "metroline",
                        "Paul Ferrer",
                        "en",
                        new Postal("Station Square 1", "Valencia", "46007", "Spain"))));
    }

    private static Map<String, Object> priced() {
        return Map.of("price", CNY.money("2333.33"));
    }
}
