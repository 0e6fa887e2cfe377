package dev.aftersales.claims;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.Schemas;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.batches.BatchIssueDetected;
import dev.aftersales.contracts.events.batches.BatchIssueGrew;
import dev.aftersales.contracts.events.batches.BatchIssueResolved;
import dev.aftersales.contracts.events.batches.Containment;
import dev.aftersales.contracts.events.batches.EmergencyPlanInitiated;
import dev.aftersales.contracts.events.batches.ResolutionKind;
import dev.aftersales.contracts.events.radar.CountedLine;
import dev.aftersales.contracts.events.radar.UnitGroup;
import dev.aftersales.testing.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Says what diagnosis-service says of one batch issue. Saying the same sequence twice makes a duplicate. */
public final class GivenBatches {

    public static final Instant REACHED = Instant.parse("2026-11-16T08:42:10.250Z");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BatchIssueDetected EXAMPLE =
            JSON.readValue(Schemas.exampleOf(BatchIssueDetected.class), BatchIssueDetected.class);

    private final String id;

    private GivenBatches(String id) {
        this.id = id;
    }

    public static GivenBatches unique() {
        return new GivenBatches(GivenClaims.unique("bat-exporter"));
    }

    public String id() {
        return id;
    }

    public void detected(long sequence, CountedLine... lines) {
        detectedOf(Objects.requireNonNull(EXAMPLE.group().model()), sequence, lines);
    }

    /** Alike units of that model. */
    public void detectedOf(String model, long sequence, CountedLine... lines) {
        detectedOf(model, "PSU-NO-OUTPUT", sequence, lines);
    }

    /** The same, with a fault of that family; of any where the rule asks for none. */
    public void detectedOf(String model, @Nullable String faultFamily, long sequence, CountedLine... lines) {
        say(
                sequence,
                new BatchIssueDetected(
                        id,
                        EXAMPLE.vendor(),
                        EXAMPLE.groupId(),
                        EXAMPLE.episode(),
                        EXAMPLE.policyVersion(),
                        EXAMPLE.terms(),
                        new UnitGroup("pacific", model, faultFamily, null),
                        EXAMPLE.units(),
                        EXAMPLE.unverified(),
                        EXAMPLE.reachedAt(),
                        EXAMPLE.reachedBy(),
                        EXAMPLE.planDueAt(),
                        EXAMPLE.tell(),
                        List.of(lines),
                        null));
    }

    /** The emergency plan, which orders that owners of units of that model and these lots are told, or not. */
    public void planned(long sequence, boolean tellSisterOwners, String model, String... lots) {
        say(
                sequence,
                new EmergencyPlanInitiated(
                        id,
                        EXAMPLE.vendor(),
                        EXAMPLE.policyVersion(),
                        new UnitGroup("pacific", model, "PSU-NO-OUTPUT", null),
                        30,
                        "viktor",
                        Containment.STOP_SHIP,
                        tellSisterOwners,
                        List.of(lots),
                        REACHED,
                        null,
                        true,
                        null,
                        null,
                        null,
                        null));
    }

    public void grew(long sequence, List<CountedLine> came, List<CountedLine> went) {
        say(sequence, new BatchIssueGrew(id, EXAMPLE.vendor(), 31, 0, came, went));
    }

    public void resolved(long sequence, ResolutionKind kind) {
        say(
                sequence,
                new BatchIssueResolved(
                        id,
                        EXAMPLE.vendor(),
                        EXAMPLE.groupId(),
                        EXAMPLE.episode(),
                        REACHED,
                        kind,
                        "viktor",
                        EXAMPLE.group(),
                        EXAMPLE.tell(),
                        null));
    }

    private void say(long sequence, Event event) {
        Topics.event(EventTypes.typeOf(event.getClass()))
                .vendor(EXAMPLE.vendor())
                .subject(id)
                .sequence(sequence)
                .json(JSON.writeValueAsString(event))
                .to("batch-issues");
    }
}
