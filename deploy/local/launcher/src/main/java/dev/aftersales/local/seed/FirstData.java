package dev.aftersales.local.seed;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What the vendor "exporter" has sold, keeps in stock, and knows of faults when the suite starts for the first time. */
final class FirstData {

    private FirstData() {}

    /**
     * A contract with its shipments.
     *
     * @param body what is put under the number
     */
    record Contract(String number, Map<String, Object> body) {}

    /**
     * An entry of the fault catalogue.
     *
     * @param body what is put under the code
     */
    record Fault(String code, Map<String, Object> body) {}

    /**
     * Whom the warehouse ships to, where a customer has not said so.
     *
     * @param person login at the issuer
     * @param body what is put as the customer's contact; name, mail address and language are the issuer's
     */
    record Addressee(String person, Map<String, Object> body) {}

    /** Spare parts that arrive. */
    record Receipt(String part, int quantity, String reference) {}

    /** One lot within every term of the policy, one far beyond; both under contracts of this year's numbers. */
    static List<Contract> contracts(LocalDate today) {
        return List.of(
                contract(
                        "NW-2026-0117",
                        "nordwind",
                        shipment("BL-NW-7731", today.minusMonths(3), "PX-200", "PX200-0001", 40),
                        shipment("BL-NW-5120", today.minusMonths(20), "PX-200", "PX200-9001", 5)),
                contract(
                        "PA-2026-0042",
                        "pacific",
                        shipment("BL-PA-3308", today.minusMonths(2), "PX-200", "PX200-4001", 20)));
    }

    static List<Contract> contracts() {
        return contracts(LocalDate.now(ZoneOffset.UTC));
    }

    static List<Fault> faults() {
        return List.of(
                new Fault("E-104", fault("WORKMANSHIP", "SIMPLE", "FAN-12", 1, "38.50")),
                new Fault("E-110", fault("MATERIAL", "SIMPLE", "PSU-24", 1, "64.00")));
    }

    static List<Receipt> receipts() {
        return List.of(
                new Receipt("FAN-12", 200, "first-stock-FAN-12"), new Receipt("PSU-24", 50, "first-stock-PSU-24"));
    }

    static List<Addressee> addressees() {
        return List.of(
                addressee(
                        "maria", "Maria Lindqvist", "nordwind", "en", "Hamngatan 14", "Gothenburg", "411 06", "Sweden"),
                addressee("chen", "Chen Wei", "pacific", "zh", "88 Harbour Road", "Qingdao", "266000", "China"));
    }

    private static Addressee addressee(
            String person,
            String name,
            String organisation,
            String language,
            String street,
            String city,
            String postalCode,
            String country) {
        return new Addressee(
                person,
                Map.of(
                        "name",
                        name,
                        "email",
                        person + "@" + organisation + ".example",
                        "language",
                        language,
                        "address",
                        Map.of(
                                "recipient",
                                name,
                                "street",
                                street,
                                "city",
                                city,
                                "postalCode",
                                postalCode,
                                "country",
                                country)));
    }

    private static Contract contract(String number, String organisation, Map<?, ?>... shipments) {
        return new Contract(number, Map.of("organisation", organisation, "shipments", List.of(shipments)));
    }

    private static Map<String, Object> shipment(
            String billOfLading, LocalDate date, String model, String firstSerial, int units) {
        int dash = firstSerial.indexOf('-');
        int first = Integer.parseInt(firstSerial.substring(dash + 1));
        String series = firstSerial.substring(0, dash);
        return Map.of(
                "billOfLading",
                billOfLading,
                "date",
                date.toString(),
                "units",
                IntStream.range(first, first + units)
                        .mapToObj(number -> Map.of(
                                "serial",
                                String.format(Locale.ROOT, "%s-%04d", series, number),
                                "model",
                                model,
                                "itemClass",
                                "MAIN_UNIT",
                                "productionLot",
                                billOfLading.replace("BL", "LOT")))
                        .toList());
    }

    private static Map<String, Object> fault(String cause, String faultClass, String part, int quantity, String value) {
        return Map.of(
                "models",
                List.of("PX-200"),
                "presumedCause",
                cause,
                "faultClass",
                faultClass,
                "disposition",
                "PARTS",
                "parts",
                List.of(Map.of("part", part, "quantity", quantity, "value", euro(value))),
                "valueCap",
                euro("500.00"),
                "limitPerSerial",
                Map.of("count", 3, "days", 365));
    }

    private static Map<String, String> euro(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
