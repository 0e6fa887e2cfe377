package dev.aftersales.diagnosis.radar;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.DiagnosisRequested;
import dev.aftersales.contracts.events.diagnosis.DiagnosisCompleted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads from the events of claims and of their diagnosis which units are claimed for what, and tells each change, keyed by
 * the unit.
 */
final class ClaimReader implements Processor<String, byte[], String, Sighting> {

    static final String STORE = "claims";

    /** What a diagnosis said of claims that were not heard of by then: topics have no order among each other. */
    private static final String EARLY = "early-diagnoses";

    private final JsonMapper json;
    private final Retention retention;
    private @Nullable ProcessorContext<String, Sighting> context;
    private @Nullable KeyValueStore<String, SeenClaim> claims;
    private @Nullable KeyValueStore<String, Diagnosed> early;
    private @Nullable ReadOnlyKeyValueStore<String, ValueAndTimestamp<PublishedFamily>> families;

    private ClaimReader(JsonMapper json, Retention retention) {
        this.json = json;
        this.retention = retention;
    }

    static ProcessorSupplier<String, byte[], String, Sighting> supplier(
            Retention retention, StateStores stores, JsonMapper json) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, byte[], String, Sighting> get() {
                return new ClaimReader(json, retention);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(stores.of(STORE, SeenClaim.class), stores.of(EARLY, Diagnosed.class));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Sighting> processorContext) {
        context = processorContext;
        claims = processorContext.getStateStore(STORE);
        early = processorContext.getStateStore(EARLY);
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
     * The families of faults that were found.
     *
     * @param families by number of the line
     * @param heardAt in business time
     */
    record Diagnosed(Map<Integer, String> families, Instant heardAt) {

        Diagnosed {
            families = Map.copyOf(families);
        }

        static Diagnosed of(DiagnosisCompleted completed, Instant now) {
            Map<Integer, String> families = new HashMap<>();
            for (DiagnosisCompleted.Line line : completed.lines()) {
                if (line.faultFamily() != null) {
                    families.put(line.line(), line.faultFamily());
                }
            }
            return new Diagnosed(families, now);
        }

        Diagnosed and(Diagnosed later) {
            Map<Integer, String> all = new HashMap<>(families);
            all.putAll(later.families);
            return new Diagnosed(all, later.heardAt);
        }

        SeenClaim in(SeenClaim claim) {
            SeenClaim now = claim;
            for (var line : families.entrySet()) {
                now = now.diagnosed(line.getKey(), line.getValue());
            }
            return now;
        }
    }

    @Override
    public void process(Record<String, byte[]> said) {
        String type = typeOf(said);
        if (type.equals(EventTypes.typeOf(ClaimSubmitted.class))) {
            submitted(said, json.readValue(said.value(), ClaimSubmitted.class));
        } else if (type.equals(EventTypes.typeOf(DiagnosisRequested.class))) {
            DiagnosisRequested requested = json.readValue(said.value(), DiagnosisRequested.class);
            change(said, requested.claimId(), claim -> {
                SeenClaim now = claim;
                for (UnitLine line : requested.lines()) {
                    now = line.serial() == null ? now : now.identified(line.line(), line.serial());
                }
                return now;
            });
        } else if (type.equals(EventTypes.typeOf(CoverageDecided.class))) {
            CoverageDecided decided = json.readValue(said.value(), CoverageDecided.class);
            change(said, decided.claimId(), claim -> {
                SeenClaim now = claim;
                for (CoverageDecided.Line line : decided.lines()) {
                    now = line.serial() == null ? now : now.identified(line.line(), line.serial());
                }
                return now;
            });
        } else if (type.equals(EventTypes.typeOf(DiagnosisCompleted.class))) {
            DiagnosisCompleted completed = json.readValue(said.value(), DiagnosisCompleted.class);
            diagnosed(
                    said,
                    completed.claimId(),
                    Diagnosed.of(completed, retention.clock().instant()));
        }
    }

    private void diagnosed(Record<String, byte[]> said, String claimId, Diagnosed found) {
        if (found.families().isEmpty()) {
            return;
        }
        if (Objects.requireNonNull(claims).get(claimId) != null) {
            change(said, claimId, found::in);
            return;
        }
        KeyValueStore<String, Diagnosed> waiting = Objects.requireNonNull(early);
        Diagnosed before = waiting.get(claimId);
        waiting.put(claimId, before == null ? found : before.and(found));
    }

    private void submitted(Record<String, byte[]> said, ClaimSubmitted submitted) {
        KeyValueStore<String, SeenClaim> store = Objects.requireNonNull(claims);
        if (store.get(submitted.claimId()) != null) {
            return;
        }
        Diagnosed found = Objects.requireNonNull(early).delete(submitted.claimId());
        if (!retention.holds(submitted.submittedAt())) {
            return;
        }
        SeenClaim claim = found == null ? claimed(submitted) : found.in(claimed(submitted));
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
        KeyValueStore<String, SeenClaim> store = Objects.requireNonNull(claims);
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
        Objects.requireNonNull(context).forward(new Record<>(sighting.unitId(), sighting, said.timestamp()));
    }

    /** The CloudEvents type of a record; empty where it names none. */
    static String typeOf(Record<String, byte[]> said) {
        Header type = said.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }
}
