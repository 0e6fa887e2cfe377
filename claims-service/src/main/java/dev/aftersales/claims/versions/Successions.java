package dev.aftersales.claims.versions;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.claims.versions.Succession.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sets versions to take effect, in two repeatable steps: the version is entered into its vendor's succession, which
 * decides; then it becomes active itself and is published. What a crash leaves between the two is finished by whoever
 * reads the succession next.
 */
final class Successions {

    private static final int MOST_VENDORS = 1_000;

    private final Aggregates<Succession> successions;
    private final Aggregates<PolicyVersion> versions;
    private final Drafting drafting;

    Successions(Aggregates<Succession> successions, Aggregates<PolicyVersion> versions, Drafting drafting) {
        this.successions = successions;
        this.versions = versions;
        this.drafting = drafting;
    }

    /** The vendor's succession; empty where only shipped versions are in force. */
    Succession of(String vendor) {
        return successions.find(vendor).map(Stored::state).orElseGet(() -> new Succession(vendor, List.of()));
    }

    /** Those of these vendors. */
    List<Succession> of(Collection<String> vendors) {
        return vendors.isEmpty()
                ? List.of()
                : states(successions.query(in("_id", vendors), ascending("_id"), vendors.size()));
    }

    /** All of them. */
    List<Succession> all() {
        List<Succession> all = new ArrayList<>();
        List<Succession> page;
        String last = "";
        do {
            page = states(successions.query(gt("_id", last), ascending("_id"), MOST_VENDORS));
            all.addAll(page);
            last = page.isEmpty() ? last : page.getLast().vendor();
        } while (page.size() == MOST_VENDORS);
        return all;
    }

    private static List<Succession> states(List<Stored<Succession>> stored) {
        return stored.stream().map(Stored::state).toList();
    }

    /**
     * Enters a version, unless the decision refuses on the succession as it stands at that moment.
     *
     * @param decision the step to append, or what stands in the way
     */
    <R> R enter(String vendor, Function<Succession, Entry<R>> decision) {
        successions.insert(vendor, Change.of(new Succession(vendor, List.of())));
        return successions
                .<R>decide(vendor, stored -> {
                    Entry<R> entry = decision.apply(stored.state());
                    return entry.step()
                            .<Decision<Succession, R>>map(
                                    step -> Decision.commit(stored.state().and(step), entry.answer()))
                            .orElseGet(() -> Decision.refuse(entry.answer()));
                })
                .orElseThrow(() -> new IllegalStateException("successions are never deleted"));
    }

    /** What became of giving up a place in the succession. */
    enum Leaving {
        /** It has none any more, by this or by an earlier word. */
        LEFT,
        /** It takes effect too soon for every instance to hear of it, or has taken effect. */
        TAKES_EFFECT,
        /** Another version is set to take effect after it. */
        FOLLOWED
    }

    /**
     * Takes a version out of its place, in the same document that decides its taking effect.
     *
     * @param earliest nothing that takes effect before is given up
     */
    Leaving leave(String vendor, String version, Instant earliest) {
        return successions
                .<Leaving>decide(vendor, stored -> {
                    Succession before = stored.state();
                    Optional<Step> step = before.steps().stream()
                            .filter(one -> one.version().equals(version))
                            .findFirst();
                    if (step.isEmpty()) {
                        return Decision.refuse(Leaving.LEFT);
                    }
                    if (step.get().effectiveFrom().isBefore(earliest)) {
                        return Decision.refuse(Leaving.TAKES_EFFECT);
                    }
                    return before.last().equals(step)
                            ? Decision.commit(before.without(step.get()), Leaving.LEFT)
                            : Decision.refuse(Leaving.FOLLOWED);
                })
                .orElse(Leaving.TAKES_EFFECT);
    }

    /** What is to be entered, if anything, and what the caller is told. */
    record Entry<R>(Optional<Step> step, R answer) {}

    /**
     * Makes the version of a step active and publishes it, once more where less was told of it before; repeatable.
     *
     * @return the version; empty when its draft was changed before it could be made active, and the step is gone
     */
    Optional<PolicyVersion> finish(String vendor, Step step) {
        Optional<PolicyVersion> finished = versions.<Optional<PolicyVersion>>decide(step.version(), stored -> {
                    PolicyVersion version = stored.state();
                    if (!version.sha256().equals(step.sha256())) {
                        return Decision.refuse(Optional.empty());
                    }
                    return switch (version.stage()) {
                        case Stage.Active active ->
                            version.isPublished()
                                    ? Decision.refuse(Optional.of(version))
                                    : published(version, active.effectiveFrom());
                        case Stage.Withdrawn withdrawn -> Decision.refuse(Optional.empty());
                        case Stage.Draft draft -> activated(version, step);
                        case Stage.Noticed noticed -> activated(version, step);
                    };
                })
                .flatMap(Function.identity());
        if (finished.isEmpty()) {
            successions.<Boolean>decide(
                    vendor, stored -> Decision.commit(stored.state().without(step), true));
        }
        return finished;
    }

    private Decision<PolicyVersion, Optional<PolicyVersion>> activated(PolicyVersion version, Step step) {
        PolicyVersion active = version.in(
                new Stage.Active(step.effectiveFrom(), false, version.stage().told()),
                VersionEntry.Act.ACTIVATED,
                step.by(),
                step.at(),
                null);
        return published(active, step.effectiveFrom());
    }

    private Decision<PolicyVersion, Optional<PolicyVersion>> published(PolicyVersion active, Instant effectiveFrom) {
        PolicyVersion published = active.published();
        return Decision.commit(
                published,
                Optional.of(published),
                Publication.of(published, drafting.stored(published, effectiveFrom)));
    }
}
