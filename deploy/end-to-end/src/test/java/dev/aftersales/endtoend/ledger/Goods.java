package dev.aftersales.endtoend.ledger;

import dev.aftersales.local.Suite;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a load claims: units under contract, faults that the catalogue answers, and parts in stock; entered over the
 * public API by the people who may.
 */
public final class Goods {

    static final String MODEL = "PX-200";

    private static final int UNITS_OF_A_CONTRACT = 40;

    /** A trade's stock is spread over many parts; on a single one every claim would wait for the one before. */
    private static final int PARTS = 10;

    private final Gateway gateway;
    private int contracts;
    private int deliveries;

    /** A unit, and the fault that it has. */
    public record Unit(String contract, String serial, String faultCode) {}

    public Goods(Suite.Running suite) {
        gateway = new Gateway(suite.url("gateway"), suite.url("issuer"));
    }

    /** Enters so many units of a company, each with parts in stock for one repair. */
    public List<Unit> enter(String organisation, int units) {
        deliveries++;
        for (int part = 0; part < PARTS; part++) {
            expectSuccess(gateway.put("petra", "/api/v1/fault-catalogue/" + fault(part), faultOf(part(part))));
            expectSuccess(gateway.post(
                    "wang",
                    "/api/v1/stock/" + part(part) + "/receipts",
                    Map.of("quantity", units / PARTS + 1, "reference", "delivery-" + deliveries + "-" + part(part))));
        }
        List<Unit> entered = new ArrayList<>();
        while (entered.size() < units) {
            entered.addAll(contract(
                    organisation, Math.min(UNITS_OF_A_CONTRACT, units - entered.size()), unit -> fault(unit % PARTS)));
        }
        return entered;
    }

    /** Enters so many units of a company whose fault takes that part, of which nothing is in stock. */
    public List<Unit> enterWithoutStock(String organisation, int units, String part) {
        String fault = "F-" + part;
        expectSuccess(gateway.put("petra", "/api/v1/fault-catalogue/" + fault, faultOf(part)));
        return contract(organisation, units, unit -> fault);
    }

    private List<Unit> contract(String organisation, int size, IntFunction<String> faults) {
        String number = String.format(Locale.ROOT, "LD-%05d", ++contracts);
        List<Unit> units = IntStream.range(0, size)
                .mapToObj(unit ->
                        new Unit(number, String.format(Locale.ROOT, "%s-%03d", number, unit), faults.apply(unit)))
                .toList();
        expectSuccess(gateway.put(
                "viktor",
                "/api/v1/contracts/" + number,
                Map.of(
                        "organisation",
                        organisation,
                        "shipments",
                        List.of(Map.of(
                                "billOfLading",
                                "BL-" + number,
                                "date",
                                LocalDate.now(ZoneOffset.UTC).minusMonths(2).toString(),
                                "units",
                                units.stream()
                                        .map(unit -> Map.of(
                                                "serial",
                                                unit.serial(),
                                                "model",
                                                MODEL,
                                                "itemClass",
                                                "MAIN_UNIT",
                                                // Few of one lot fail alike: a batch would be told and dealt with too.
                                                "productionLot",
                                                number))
                                        .toList())))));
        return units;
    }

    private static String part(int number) {
        return "LDP-" + (10 + number);
    }

    private static String fault(int part) {
        return "L-" + (10 + part);
    }

    private static Map<String, Object> faultOf(String part) {
        Map<String, String> value = Map.of("amount", "38.50", "currency", "EUR");
        return Map.of(
                "models", List.of(MODEL),
                "presumedCause", "WORKMANSHIP",
                "faultClass", "SIMPLE",
                "disposition", "PARTS",
                "parts", List.of(Map.of("part", part, "quantity", 1, "value", value)),
                "valueCap", Map.of("amount", "500.00", "currency", "EUR"),
                "limitPerSerial", Map.of("count", 3, "days", 365));
    }

    private static void expectSuccess(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("the gateway answered " + answer.status() + " " + answer.body());
        }
    }
}
