package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Addressee;
import dev.aftersales.local.seed.FirstData.Entry;
import dev.aftersales.local.seed.FirstData.Postal;
import dev.aftersales.local.seed.FirstData.Receipt;
import dev.aftersales.local.seed.FirstData.Staff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Vendor "exporter", policy A: lots by sea, one within the term and one far beyond it. */
final class Exporter {

    private static final Prices USD = new Prices("USD");

    private Exporter() {}

    static FirstData data(LocalDate today) {
        // One lot went to two customers.
        String lot = Sold.lot("PX200", today.minusMonths(4));
        return new FirstData(
                "exporter",
                new Staff("viktor", "petra", "felix", "wang"),
                List.of(
                        Sold.contract(
                                "NW-2026-0117",
                                "nordwind",
                                Sold.shipment("BL-NW-7731", today.minusMonths(3), lot)
                                        .of(40, "PX-200", "PX200-0001"),
                                Sold.shipment(
                                                "BL-NW-5120",
                                                today.minusMonths(20),
                                                Sold.lot("PX200", today.minusMonths(21)))
                                        .of(5, "PX-200", "PX200-9001")),
                        Sold.contract(
                                "PA-2026-0042",
                                "pacific",
                                Sold.shipment("BL-PA-3308", today.minusMonths(2), lot)
                                        .of(45, "PX-200", "PX200-4001"))),
                List.of(new Entry(
                        "SA-2026-0008",
                        Map.of(
                                "kind",
                                "SERVICE_AGREEMENT",
                                "contract",
                                "PA-2026-0042",
                                "from",
                                today.minusMonths(2).toString(),
                                "until",
                                today.plusMonths(22).toString()))),
                List.of(
                        USD.fault("E-104", "WORKMANSHIP", List.of("PX-200"), "FAN-12", "38.50", "500.00"),
                        USD.fault("E-110", "MATERIAL", List.of("PX-200"), "PSU-24", "64.00", "500.00")),
                USD.tariff(List.of(
                        USD.part("PARTS", "FAN-12", "38.50"),
                        USD.part("PARTS", "PSU-24", "64.00"),
                        USD.fee("LABOUR", "HOUR", "55.00"),
                        USD.fee("SERVICE", "CASE", "20.00"))),
                List.of(new Receipt("FAN-12", 200), new Receipt("PSU-24", 50)),
                List.of(
                        Addressee.of(
                                "maria",
                                "nordwind",
                                "Maria Lindqvist",
                                "en",
                                new Postal("Hamngatan 14", "Gothenburg", "411 06", "Sweden")),
                        Addressee.of(
                                "chen",
                                "pacific",
                                "Chen Wei",
                                "zh",
                                new Postal("88 Harbour Road", "Qingdao", "266000", "China"))));
    }
}
