package dev.aftersales.benchmarks.load;

import dev.aftersales.local.Suite;
import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Units that a load may claim, each once, and the parts for them: entered over the public API by the people who may. */
public final class Inventory {

    /** Model and fault code of the suite's first data: a fault that the catalogue answers with one fan. */
    static final String MODEL = "PX-200";

    static final String FAULT_CODE = "E-104";

    /** As many as a contract of this trade has: one of thousands would make every look-up of a unit dear. */
    private static final int UNITS_PER_CONTRACT = 40;

    private static final String PART = "FAN-12";

    private final Gateway gateway;
    private int contracts;

    /** Which production lot a unit of a contract is of. */
    private interface LotOf {
        String of(String contract, int unit);
    }

    /** A unit of a contract. */
    public record Unit(String contract, String serial) {}

    public Inventory(Suite.Running suite) {
        gateway = new Gateway(suite.url("gateway"), suite.url("issuer"));
    }

    /**
     * Enters so many units and as many parts.
     *
     * @throws IllegalStateException if the suite refuses
     */
    public List<Unit> enter(int count) {
        stock(count);
        List<Unit> units = new ArrayList<>();
        while (units.size() < count) {
            units.addAll(contract(Math.min(UNITS_PER_CONTRACT, count - units.size())));
        }
        return units;
    }

    /**
     * Enters so many units of one production lot, under a contract of their own, and as many parts.
     *
     * @throws IllegalStateException if the suite refuses
     */
    public List<Unit> enterLot(String lot, int count) {
        stock(count);
        return contract(count, (contract, unit) -> lot);
    }

    private void stock(int count) {
        expectSuccess(gateway.post(
                "wang",
                "/api/v1/stock/" + PART + "/receipts",
                Map.of("quantity", count, "reference", "benchmark-" + UUID.randomUUID())));
    }

    /** Half of the contract's units are of one lot: claimed each, they are no batch that would be told and dealt with too. */
    private List<Unit> contract(int size) {
        return contract(size, (number, unit) -> number + (unit < UNITS_PER_CONTRACT / 2 ? "-A" : "-B"));
    }

    private List<Unit> contract(int size, LotOf lots) {
        String number = String.format(Locale.ROOT, "BM-%05d", ++contracts);
        List<Unit> units = IntStream.range(0, size)
                .mapToObj(unit -> new Unit(number, String.format(Locale.ROOT, "%s-%03d", number, unit)))
                .toList();
        Map<String, Object> shipment = Map.of(
                "billOfLading",
                "BL-" + number,
                "date",
                LocalDate.now(ZoneOffset.UTC).minusMonths(2).toString(),
                "units",
                IntStream.range(0, size)
                        .mapToObj(unit -> Map.of(
                                "serial",
                                units.get(unit).serial(),
                                "model",
                                MODEL,
                                "itemClass",
                                "MAIN_UNIT",
                                "productionLot",
                                lots.of(number, unit)))
                        .toList());
        expectSuccess(gateway.put(
                "viktor",
                "/api/v1/contracts/" + number,
                Map.of("organisation", "nordwind", "shipments", List.of(shipment))));
        return units;
    }

    private static void expectSuccess(Answer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("the gateway answered " + answer.status() + " " + answer.body());
        }
    }
}
