package dev.aftersales.claims.units;

import dev.aftersales.chassis.store.Outages;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.Sale;
import dev.aftersales.claims.contracts.SalesContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what contracts say to the records of their units. A contract marks in its own write of which units it has news; the
 * mark goes when each of their records has it. Whatever comes in between, the rest is done by the next round, and what was
 * done is found done. Contracts that were stored before have no mark and so are found like new ones, once.
 */
final class TellUnits implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(TellUnits.class);
    private static final int PAGE = 100;
    private static final int PIECE = 500;
    private static final int ABREAST = 8;

    /** Far fewer than the relay takes: were it full, events of claims would have to wait for its sweep. */
    private static final int MOST_ON_THEIR_WAY = 500;

    /** While the broker is away nothing gets on, and the records are to know all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Contracts contracts;
    private final UnitRecords units;
    private final IntSupplier onTheirWay;

    /** Contracts on which it failed: they hold up no other, are tried again each round, and are logged once. */
    private final Set<String> failed = new HashSet<>();

    /** @param onTheirWay how many aggregates have events that are on their way to the broker */
    TellUnits(Contracts contracts, UnitRecords units, IntSupplier onTheirWay) {
        this.contracts = contracts;
        this.units = units;
        this.onTheirWay = onTheirWay;
    }

    @Override
    public synchronized void run() {
        List<String> page = contracts.withNewsOfUnits("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::tell);
            page = page.size() < PAGE ? List.of() : contracts.withNewsOfUnits(page.getLast(), PAGE);
        }
    }

    private void tell(String id) {
        try {
            contracts.ofId(id).ifPresent(this::tell);
            failed.remove(id);
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            if (failed.add(id)) {
                log.atError().addKeyValue("contract", id).setCause(e).log("The units of a contract cannot be told");
            }
        }
    }

    private void tell(SalesContract contract) {
        List<String> serials = contract.unitsToTell();
        Map<String, Sale> sales = contract.sales();
        boolean told = true;
        for (int from = 0; from < serials.size(); from += PIECE) {
            letThemGetOn();
            told &= tell(contract, serials.subList(from, Math.min(from + PIECE, serials.size())), sales);
        }
        if (told) {
            contracts.unitsTold(contract);
        }
    }

    private void letThemGetOn() {
        long begun = System.nanoTime();
        while (onTheirWay.getAsInt() > MOST_ON_THEIR_WAY && System.nanoTime() - begun < PATIENCE.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean tell(SalesContract contract, List<String> serials, Map<String, Sale> sales) {
        Map<String, UnitRecord> known = units.known(contract.vendor(), serials);
        Map<String, UnitRecord.Word> begun = new HashMap<>();
        Map<String, UnitRecord.Word> words = new LinkedHashMap<>();
        for (String serial : serials) {
            UnitRecord.Word word =
                    new UnitRecord.Word(contract.number(), contract.entry(), contract.enteredAt(), sales.get(serial));
            UnitRecord unit = known.get(serial);
            if (unit == null) {
                begun.put(serial, word);
            } else if (!unit.hasHeard(contract.number(), contract.entry())) {
                words.put(serial, word);
            }
        }
        units.begin(contract.vendor(), begun).forEach(serial -> words.put(serial, begun.get(serial)));
        Map<String, UnitRecord.Word> elsewhere = elsewhere(
                contract,
                words.keySet().stream()
                        .filter(serial -> !sales.containsKey(serial))
                        .toList());
        return hear(contract.vendor(), words, elsewhere);
    }

    /** Side by side, for each is a write of its own. */
    private boolean hear(String vendor, Map<String, UnitRecord.Word> words, Map<String, UnitRecord.Word> elsewhere) {
        if (words.isEmpty()) {
            return true;
        }
        List<Callable<Boolean>> work = new ArrayList<>();
        words.forEach((serial, word) -> work.add(() -> units.hear(vendor, serial, word, elsewhere.get(serial))));
        boolean told = true;
        try (ExecutorService abreast =
                Executors.newFixedThreadPool(ABREAST, Thread.ofVirtual().factory())) {
            for (Future<Boolean> done : abreast.invokeAll(work)) {
                told &= done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while telling of units", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
        return told;
    }

    /** What other contracts say of units that this one has no more. */
    private Map<String, UnitRecord.Word> elsewhere(SalesContract contract, List<String> gone) {
        Map<String, UnitRecord.Word> words = new HashMap<>();
        if (!gone.isEmpty()) {
            contracts.eachOther(contract.vendor(), contract.number(), gone, other -> {
                Map<String, Sale> sales = other.sales();
                for (String serial : gone) {
                    if (sales.containsKey(serial)) {
                        words.put(
                                serial,
                                new UnitRecord.Word(
                                        other.number(), other.entry(), other.enteredAt(), sales.get(serial)));
                    }
                }
            });
        }
        return words;
    }
}
