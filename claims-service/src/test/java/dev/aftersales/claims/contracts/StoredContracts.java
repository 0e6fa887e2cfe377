package dev.aftersales.claims.contracts;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Contracts put straight into a store, for runs over many. */
public final class StoredContracts {

    private final Aggregates<SalesContract> contracts;
    private final SoldModels soldModels;

    public StoredContracts(AggregatesFactory factory) {
        this.contracts = factory.of(ContractType.TYPE);
        this.soldModels = new SoldModels(factory.of(SoldModelType.TYPE), contracts);
    }

    /** The service's own view of them. */
    public Contracts contracts() {
        return new Contracts(contracts, soldModels, Clock.systemUTC());
    }

    /** A contract of nordwind's, whose units {@code <number>-0} and so on were shipped that day. */
    public void keep(String number, LocalDate shipped, int units) {
        keep(number, shipped, units, List.of(), List.of());
    }

    /** The same, as it was kept before units were told, and entered so often. */
    public void keepOfBefore(String number, LocalDate shipped, int units, int entries) {
        keep(number, shipped, units, Collections.nCopies(entries, new ContractEntry("viktor", Instant.now())), null);
    }

    private void keep(
            String number, LocalDate shipped, int units, List<ContractEntry> entries, @Nullable List<String> untold) {
        List<Unit> sold = IntStream.range(0, units)
                .mapToObj(i -> new Unit(number + "-" + i, "X1", ItemClass.MAIN_UNIT, null, Map.of(), List.of(), null))
                .toList();
        SalesContract contract = new SalesContract(
                "exporter",
                number,
                "nordwind",
                List.of(new Shipment(
                        List.of(new DatedDocument(DocumentKind.BILL_OF_LADING, "BL-" + number, shipped)), sold)),
                ContractTerms.NONE,
                null,
                entries,
                untold);
        contracts.keepAll(Map.of(ContractType.id("exporter", number), contract));
    }
}
