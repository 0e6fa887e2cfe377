package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.ClaimWithdrawn;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.claims.EvidenceReceived;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the events of claims and of their diagnosis which units are claimed for what, and tells each change, keyed by
 * the unit.
 */
final class ClaimReader implements Processor<String, byte[], String, Sighting> {

    private static final String STORE = "claims";

    static final String CLAIMS = "claims";

    /** What a diagnosis said of claims that were not heard of by then: topics have no order among each other. */
    private static final String EARLY = "early-diagnoses";

    static final Heard<ClaimNews> EVENTS = new Heard<ClaimNews>()
            .as(ClaimSubmitted.class, ClaimNews.Submitted::new)
            .as(EvidenceReceived.class, ClaimNews.Restated::of)
            .as(DiagnosisRequested.class, ClaimNews.Restated::of)
            .as(CoverageDecided.class, ClaimNews.Identified::of)
            .as(ClaimWithdrawn.class, ClaimNews.Withdrawn::of)
            .as(DiagnosisCompleted.class, ClaimNews.Diagnosed::of);

    private final Intake intake;
    private final Retention retention;
    private final StateStores stores;
    private final Past past;
    private @Nullable ProcessorContext<String, Sighting> context;
    private @Nullable Prompt prompt;
    private @Nullable Section<SeenClaim> claims;
    private @Nullable Section<EarlyDiagnosis> early;
    private @Nullable ReadOnlyKeyValueStore<String, ValueAndTimestamp<PublishedFamily>> families;

    private ClaimReader(Intake intake, Retention retention, StateStores stores, Past past) {
        this.intake = intake;
        this.retention = retention;
        this.stores = stores;
        this.past = past;
    }

    static ProcessorSupplier<String, byte[], String, Sighting> supplier(
            Retention retention, StateStores stores, Intake intake, Past past) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, byte[], String, Sighting> get() {
                return new ClaimReader(intake, retention, stores, past);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.of(STORE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Sighting> processorContext) {
        context = processorContext;
        prompt = new Prompt(processorContext);
        intake.begin();
        claims = stores.section(processorContext, STORE, CLAIMS, SeenClaim.class);
        early = stores.section(processorContext, STORE, EARLY, EarlyDiagnosis.class);
        families = processorContext.getStateStore(PublishedFamily.FAMILIES);
        Walk.over(
                Objects.requireNonNull(claims),
                processorContext,
                (id, claim) -> retention.holds(claim.at()) ? claim : null);
        Walk.over(
                Objects.requireNonNull(early),
                processorContext,
                (id, found) -> retention.holds(found.heardAt()) ? found : null);
    }

    /**
     * @param found in the order in which it was heard
     * @param heardAt when the last was, in business time
     */
    record EarlyDiagnosis(List<ClaimNews.Diagnosed> found, Instant heardAt) {

        EarlyDiagnosis {
            found = List.copyOf(found);
        }

        /** The same with what else was found; what is said again is found once. */
        static EarlyDiagnosis of(@Nullable EarlyDiagnosis before, ClaimNews.Diagnosed found, Instant heardAt) {
            List<ClaimNews.Diagnosed> all = new ArrayList<>(before == null ? List.of() : before.found());
            if (!all.contains(found)) {
                all.add(found);
            }
            return new EarlyDiagnosis(all, heardAt);
        }

        SeenClaim in(SeenClaim claim) {
            SeenClaim now = claim;
            for (ClaimNews.Diagnosed diagnosed : found) {
                now = diagnosed.in(now);
            }
            return now;
        }
    }

    @Override
    public void process(Record<String, byte[]> said) {
        ProcessorContext<String, Sighting> here = Objects.requireNonNull(context);
        past.read(said.timestamp(), here.currentSystemTimeMs());
        intake.read(EVENTS, said, here).ifPresent(news -> {
            switch (news) {
                case ClaimNews.Submitted submitted -> submitted(said, submitted.event());
                case ClaimNews.Identified identified -> change(said, identified.claimId(), identified::in);
                case ClaimNews.Restated restated -> change(said, restated.claimId(), restated::in);
                case ClaimNews.Withdrawn withdrawn -> change(said, withdrawn.claimId(), withdrawn::in);
                case ClaimNews.Diagnosed diagnosed -> diagnosed(said, diagnosed);
            }
        });
    }

    private void diagnosed(Record<String, byte[]> said, ClaimNews.Diagnosed found) {
        if (found.families().isEmpty()) {
            return;
        }
        if (Objects.requireNonNull(claims).holds(found.claimId())) {
            change(said, found.claimId(), found::in);
            return;
        }
        Section<EarlyDiagnosis> waiting = Objects.requireNonNull(early);
        EarlyDiagnosis before = waiting.get(found.claimId());
        waiting.put(
                found.claimId(),
                EarlyDiagnosis.of(before, found, retention.clock().instant()));
    }

    private void submitted(Record<String, byte[]> said, ClaimSubmitted submitted) {
        Section<SeenClaim> store = Objects.requireNonNull(claims);
        if (store.holds(submitted.claimId())) {
            return;
        }
        EarlyDiagnosis waited = Objects.requireNonNull(early).delete(submitted.claimId());
        if (!retention.holds(submitted.submittedAt())) {
            return;
        }
        SeenClaim claim = waited == null ? claimed(submitted) : waited.in(claimed(submitted));
        store.put(submitted.claimId(), claim);
        claim.sightings().forEach(sighting -> tell(said, sighting));
    }

    private SeenClaim claimed(ClaimSubmitted submitted) {
        ValueAndTimestamp<PublishedFamily> family =
                Objects.requireNonNull(families).get(PublishedFamily.key(submitted.vendor(), submitted.faultCode()));
        return SeenClaim.of(
                submitted,
                family == null ? submitted.faultCode() : family.value().family());
    }

    private void change(Record<String, byte[]> said, String claimId, UnaryOperator<SeenClaim> change) {
        Section<SeenClaim> store = Objects.requireNonNull(claims);
        SeenClaim before = store.get(claimId);
        if (before == null || !retention.holds(before.at())) {
            // A claim's events have one order: what has no beginning here was claimed before anything was counted.
            return;
        }
        SeenClaim now = change.apply(before);
        if (!now.equals(before)) {
            store.put(claimId, now);
            now.changesSince(before).forEach(sighting -> tell(said, sighting));
        }
    }

    private void tell(Record<String, byte[]> said, Sighting sighting) {
        ProcessorContext<String, Sighting> onwards = Objects.requireNonNull(context);
        onwards.forward(new Record<>(sighting.unitId(), sighting, said.timestamp()));
        Objects.requireNonNull(prompt).next(said.timestamp());
    }
}
