package dev.aftersales.claims.contracts;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The sales contracts of all vendors. */
@Component
public class Contracts {

    /** Contracts may be large. */
    private static final int PAGE = 20;

    private final Aggregates<SalesContract> contracts;
    private final SoldModels soldModels;
    private final Clock clock;

    Contracts(Aggregates<SalesContract> contracts, SoldModels soldModels, Clock clock) {
        this.contracts = contracts;
        this.soldModels = soldModels;
        this.clock = clock;
    }

    /** The contract of that number, whoever holds it: whether the asker may know it is the asker's check. */
    public Optional<SalesContract> find(String vendor, String number) {
        return contracts.find(ContractType.id(vendor, number)).map(Stored::state);
    }

    /** The contract of that number, if this organisation holds it. */
    public Optional<SalesContract> find(String vendor, String number, String organisation) {
        return find(vendor, number).filter(contract -> contract.organisation().equals(organisation));
    }

    /** The contracts of these numbers, whoever holds them; at most as many as an answer of the store may hold. */
    public List<SalesContract> findAll(String vendor, Collection<String> numbers) {
        return contracts
                .query(
                        in(
                                "_id",
                                numbers.stream()
                                        .map(number -> ContractType.id(vendor, number))
                                        .toList()),
                        ascending("_id"),
                        numbers.size())
                .stream()
                .map(Stored::state)
                .toList();
    }

    /** The contract under which that unit was sold. */
    public Optional<SalesContract> ofUnit(String vendor, String serial) {
        return contracts.query(and(eq("vendor", vendor), eq("serials", serial)), ascending("_id"), 1).stream()
                .findFirst()
                .map(Stored::state);
    }

    /**
     * The organisation's contracts under which any of these units was sold.
     *
     * @param most so many are looked at
     */
    public List<SalesContract> ofUnits(String vendor, String organisation, Collection<String> serials, int most) {
        return contracts.query(and(eq("vendor", vendor), in("serials", serials)), ascending("_id"), most).stream()
                .map(Stored::state)
                .filter(contract -> contract.organisation().equals(organisation))
                .toList();
    }

    /**
     * Organisations that hold a contract with the vendor, each once, in their order.
     *
     * @param after only those beyond it; the empty string for the first
     * @param most so many contracts are looked at; none is left when the answer is empty
     */
    public List<String> organisations(String vendor, String after, int most) {
        return contracts.values(eq("vendor", vendor), "organisation", after, most);
    }

    /** Whether the organisation holds a contract with the vendor that was entered by then. */
    public boolean heldBy(String vendor, String organisation, Instant then) {
        List<SalesContract> page;
        String last = "";
        do {
            page = contracts
                    .query(
                            and(eq("vendor", vendor), eq("organisation", organisation), gt("_id", last)),
                            ascending("_id"),
                            PAGE)
                    .stream()
                    .map(Stored::state)
                    .toList();
            if (page.stream().anyMatch(contract -> contract.isEnteredBy(then))) {
                return true;
            }
            last = page.isEmpty()
                    ? last
                    : ContractType.id(vendor, page.getLast().number());
        } while (page.size() == PAGE);
        return false;
    }

    /** Models of which units were sold under a contract of the vendor, besides these, in their order; at most so many. */
    public List<String> modelsBeside(String vendor, Set<String> known, int most) {
        completeFields(vendor);
        return soldModels.beside(vendor, known, most);
    }

    /**
     * Has contracts found by all of their query fields that were stored before there were as many; costs one look where
     * there are none.
     */
    public void completeFields(String vendor) {
        List<Stored<SalesContract>> page;
        do {
            page = contracts.query(and(eq("vendor", vendor), eq("models", null)), ascending("_id"), PAGE);
            page.forEach(stored -> {
                soldModels.keep(vendor, stored.state().models());
                contracts.decide(stored.id(), found -> Decision.commit(found.state(), found.id()));
            });
        } while (!page.isEmpty());
    }

    /**
     * Ids of contracts that say of a unit what the installed base does not know yet, in their order; one look at an index.
     *
     * @param after only those beyond it; the empty string for the first
     * @param most at most so many
     */
    public List<String> withNewsOfUnits(String after, int most) {
        return contracts.ids(eq(ContractType.UNITS_TOLD, null), after, most);
    }

    /** The contract of that id. */
    public Optional<SalesContract> ofId(String id) {
        return contracts.find(id).map(Stored::state);
    }

    /** The installed base knows what this contract says, unless it was entered anew meanwhile. */
    public void unitsTold(SalesContract said) {
        contracts.decide(
                ContractType.id(said.vendor(), said.number()),
                stored -> stored.state().entry() == said.entry()
                        ? Decision.commit(stored.state().told(), true)
                        : Decision.refuse(false));
    }

    /** Has the walk see each contract of the vendor, but this one, under which any of these units was sold. */
    public void eachOther(String vendor, String number, Collection<String> serials, Consumer<SalesContract> walk) {
        String own = ContractType.id(vendor, number);
        String last = "";
        List<Stored<SalesContract>> page;
        do {
            page = contracts.query(
                    and(eq("vendor", vendor), in("serials", serials), gt("_id", last)), ascending("_id"), PAGE);
            page.stream().filter(stored -> !stored.id().equals(own)).forEach(stored -> walk.accept(stored.state()));
            last = page.isEmpty() ? last : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /** Another contract of the vendor under which one of these units was sold. */
    Optional<SalesContract> otherOf(String vendor, String number, List<String> serials) {
        return contracts
                .query(
                        and(eq("vendor", vendor), in("serials", serials), ne("_id", ContractType.id(vendor, number))),
                        ascending("_id"),
                        1)
                .stream()
                .findFirst()
                .map(Stored::state);
    }

    /** Enters a contract, new or anew; entering what stands there already changes nothing. */
    Entering enter(String vendor, String number, SignedTerms signed, String by) {
        ContractEntry entry = new ContractEntry(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        SalesContract first = SalesContract.signed(vendor, number, signed, entry);
        soldModels.keep(vendor, first.models());
        return switch (contracts.insert(ContractType.id(vendor, number), Change.of(first))) {
            case Insertion.Inserted<SalesContract> inserted -> new Entering(first, true);
            case Insertion.AlreadyThere<SalesContract> there ->
                new Entering(again(vendor, number, signed, entry), false);
        };
    }

    private SalesContract again(String vendor, String number, SignedTerms signed, ContractEntry entry) {
        return contracts
                .<SalesContract>decide(ContractType.id(vendor, number), stored -> {
                    SalesContract before = stored.state();
                    if (before.says(signed)) {
                        return Decision.refuse(before);
                    }
                    SalesContract after = before.as(signed, entry);
                    return Decision.commit(after, after);
                })
                .orElseThrow(() -> new IllegalStateException("contracts are never deleted"));
    }

    /**
     * What entering did.
     *
     * @param created whether the vendor had no contract of that number before
     */
    record Entering(SalesContract contract, boolean created) {}
}
