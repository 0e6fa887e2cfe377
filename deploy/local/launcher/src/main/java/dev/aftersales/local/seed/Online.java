package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Addressee;
import dev.aftersales.local.seed.FirstData.Postal;
import dev.aftersales.local.seed.FirstData.Receipt;
import dev.aftersales.local.seed.FirstData.Staff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Vendor "online", policy D: devices by post, each with an invoice that shows model and serial (D2.4d). */
final class Online {

    private static final Prices CNY = new Prices("CNY");

    private Online() {}

    static FirstData data(LocalDate today) {
        return new FirstData(
                "online",
                new Staff("kurt", "ruth", "nora", "leon"),
                List.of(Sold.contract(
                        "BR-2026-0009",
                        "brightlab",
                        Sold.shipment("LOT-DX-26")
                                .with(Sold.paper("SHIPMENT", "PKG-26", today.minusMonths(5)))
                                .with(Sold.paper(
                                        "DELIVERY",
                                        "DLV-26",
                                        today.minusMonths(5).plusDays(4)))
                                .of(10, "DX-10", "DX10-0001", serial -> bought(serial, "DX-10", today.minusMonths(5)))
                                .of(10, "DX-20", "DX20-0001", serial -> bought(serial, "DX-20", today.minusMonths(5))),
                        Sold.shipment("LOT-DX-24")
                                .with(Sold.paper("SHIPMENT", "PKG-24", today.minusMonths(30)))
                                .of(
                                        5,
                                        "DX-20",
                                        "DX20-9001",
                                        serial -> bought(serial, "DX-20", today.minusMonths(30))))),
                List.of(),
                List.of(
                        CNY.fault("N-401", "MANUFACTURING", List.of("DX-10", "DX-20"), "SCR-10", "320.00", "2500.00"),
                        CNY.fault("N-405", "MATERIAL", List.of("DX-20"), "BAT-20", "95.00", "2500.00")),
                CNY.tariff(List.of(
                        CNY.part("PARTS", "SCR-10", "320.00"),
                        CNY.part("PARTS", "BAT-20", "95.00"),
                        CNY.fee("LABOUR", "HOUR", "90.00"),
                        CNY.fee("SERVICE", "CASE", "30.00"))),
                List.of(new Receipt("SCR-10", 80), new Receipt("BAT-20", 80)),
                List.of(Addressee.of(
                        "dora",
                        "brightlab",
                        "Dora Klein",
                        "en",
                        new Postal("Lindenweg 8", "Vienna", "1040", "Austria"))));
    }

    private static Map<String, Object> bought(String serial, String model, LocalDate day) {
        return Map.of(
                "attributes",
                Map.of("saleChannel", "AUTHORISED"),
                "documents",
                List.of(Sold.paper("INVOICE", "INV-" + serial, day, Map.of("model", model, "serial", serial))));
    }
}
