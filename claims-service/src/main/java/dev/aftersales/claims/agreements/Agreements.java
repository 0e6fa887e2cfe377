package dev.aftersales.claims.agreements;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The agreements of all vendors. */
@Component
public class Agreements {

    /** Agreements about one contract that are looked at; nobody has as many. */
    private static final int MOST = 1_000;

    private final Aggregates<Agreement> agreements;

    Agreements(Aggregates<Agreement> agreements) {
        this.agreements = agreements;
    }

    /** The agreement of that number, whoever holds it: whether the asker may know it is the asker's check. */
    public Optional<Agreement> find(String vendor, String number) {
        return agreements.find(AgreementType.id(vendor, number)).map(Stored::state);
    }

    /** What was agreed about the units of these contracts, past and future included, by number. */
    public List<Agreement> ofContracts(String vendor, Collection<String> contracts) {
        return agreements
                .query(and(eq("vendor", vendor), in("contract", contracts)), ascending("_id"), MOST * contracts.size())
                .stream()
                .map(Stored::state)
                .toList();
    }

    /** What was agreed about that unit of that contract, past and future included, by number. */
    public List<Agreement> ofUnit(String vendor, String contract, String serial) {
        return agreements.query(and(eq("vendor", vendor), eq("contract", contract)), ascending("_id"), MOST).stream()
                .map(Stored::state)
                .filter(agreement -> agreement.isAbout(serial))
                .toList();
    }

    /**
     * Concludes an agreement whose time was taken, once: by the same quote again, or by staff, it stays as it is. Empty where
     * another agreement has its number.
     */
    public Optional<Agreement> conclude(Agreement agreed) {
        Agreement standing = agreements
                .insert(AgreementType.id(agreed.vendor(), agreed.number()), Change.of(agreed))
                .stored()
                .state();
        return Optional.of(standing).filter(agreement -> Objects.equals(agreement.quote(), agreed.quote()));
    }

    /** Enters an agreement, new or anew; entering what stands there already changes nothing. */
    Entering enter(Agreement entered) {
        String id = AgreementType.id(entered.vendor(), entered.number());
        return switch (agreements.insert(id, Change.of(entered))) {
            case Insertion.Inserted<Agreement> inserted -> new Entering(entered, true);
            case Insertion.AlreadyThere<Agreement> there -> new Entering(again(id, entered), false);
        };
    }

    private Agreement again(String id, Agreement entered) {
        return agreements
                .<Agreement>decide(id, stored -> {
                    Agreement before = stored.state();
                    // What both sides agreed to by a quote is nothing that one of them enters.
                    if (before.says(entered) || before.quote() != null) {
                        return Decision.refuse(before);
                    }
                    Agreement after = before.as(entered);
                    return Decision.commit(after, after);
                })
                .orElseThrow(() -> new IllegalStateException("agreements are never deleted"));
    }

    /**
     * What entering did.
     *
     * @param created whether the vendor had no agreement of that number before
     */
    record Entering(Agreement agreement, boolean created) {}
}
