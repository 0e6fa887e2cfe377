package dev.aftersales.logistics.emergencies;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A batch issue as far as the vendor's stock is concerned.
 *
 * @param wanted parts, each once
 * @param served pieces of these that orders hold for its lines, or that have left for them, as they were counted last
 * @param counted those of these parts of which that was counted
 * @param plannedAt when its plan was started; absent while it is not, and nothing is reserved
 * @param hold on shipping by the plan; absent where it orders none
 * @param resolvedAt when it was closed; absent while it is not
 * @param reserved as it was told last; also of parts that are wanted no more
 * @param stepDue since when a step with stock is to be done; absent when none is
 * @param countOwed mark of who last asked for a count of what is served; absent while nobody has
 */
record Emergency(
        String issue,
        String vendor,
        List<PartQuantity> wanted,
        List<PartQuantity> served,
        List<String> counted,
        @Nullable Instant plannedAt,
        @Nullable ShippingHold hold,
        @Nullable Instant resolvedAt,
        List<ReservedPart> reserved,
        @Nullable Instant stepDue,
        @Nullable String countOwed) {

    Emergency {
        wanted = List.copyOf(wanted);
        served = List.copyOf(Objects.requireNonNullElse(served, List.of()));
        counted = List.copyOf(Objects.requireNonNullElse(counted, List.of()));
        reserved = List.copyOf(reserved);
    }

    static Emergency of(String issue, String vendor) {
        return new Emergency(issue, vendor, List.of(), List.of(), List.of(), null, null, null, List.of(), null, null);
    }

    /** Whether stock reserves and holds for it. */
    boolean isActive() {
        return plannedAt != null && resolvedAt == null;
    }

    /**
     * Its claims may have been served meanwhile, so a step is due without a plan too: to count once more. A step that is due
     * already stays so since before, or an issue that grows faster than the sweep comes by would never be counted.
     */
    Emergency wanting(List<PartQuantity> parts, Instant at) {
        return resolvedAt != null
                ? this
                : new Emergency(
                        issue, vendor, parts, served, counted, plannedAt, hold, null, reserved, since(at), countOwed);
    }

    /**
     * Its plan was started.
     *
     * @param parts absent where the plan does not say, so that what was wanted before stands
     */
    Emergency planned(@Nullable List<PartQuantity> parts, @Nullable ShippingHold holding, Instant at) {
        return resolvedAt != null
                ? this
                : new Emergency(
                        issue,
                        vendor,
                        Objects.requireNonNullElse(parts, wanted),
                        served,
                        counted,
                        at,
                        holding,
                        null,
                        reserved,
                        since(at),
                        countOwed);
    }

    Emergency resolved(Instant at) {
        return new Emergency(
                issue,
                vendor,
                wanted,
                served,
                counted,
                plannedAt,
                hold,
                at,
                reserved,
                plannedAt == null ? null : at,
                countOwed);
    }

    /** What its claims have is to be counted anew. */
    Emergency owingCount(String mark, Instant at) {
        return new Emergency(
                issue, vendor, wanted, served, counted, plannedAt, hold, resolvedAt, reserved, since(at), mark);
    }

    private Instant since(Instant at) {
        return Objects.requireNonNullElse(stepDue, at);
    }

    /** What its claims have of the parts that it wants. */
    Emergency counted(Map<String, Integer> servedParts) {
        return new Emergency(
                issue,
                vendor,
                wanted,
                ofParts(wanted, servedParts),
                wanted.stream().map(PartQuantity::part).toList(),
                plannedAt,
                hold,
                resolvedAt,
                reserved,
                stepDue,
                countOwed);
    }

    /**
     * Stock has done what this asks for.
     *
     * @param due since when the next step is; absent when none is
     */
    Emergency settled(List<ReservedPart> now, @Nullable Instant due) {
        return new Emergency(issue, vendor, wanted, served, counted, plannedAt, hold, resolvedAt, now, due, countOwed);
    }

    /** Whether stock is asked for the same. */
    boolean asksTheSameAs(Emergency other) {
        return wanted.equals(other.wanted)
                && Objects.equals(plannedAt, other.plannedAt)
                && Objects.equals(resolvedAt, other.resolvedAt);
    }

    /** Whether it was given another step to do than when it was that. */
    boolean owesAnotherStepThan(Emergency earlier) {
        return stepDue != null && !stepDue.equals(earlier.stepDue);
    }

    /** Whether it was given another count to do than when it was that. */
    boolean owesAnotherCountThan(Emergency earlier) {
        return !Objects.equals(countOwed, earlier.countOwed);
    }

    private static List<PartQuantity> ofParts(List<PartQuantity> parts, Map<String, Integer> pieces) {
        return parts.stream()
                .map(PartQuantity::part)
                .filter(pieces::containsKey)
                .map(part -> new PartQuantity(part, Objects.requireNonNull(pieces.get(part))))
                .toList();
    }

    /** Parts of which it has, or may have, a reserve. */
    Set<String> parts() {
        Set<String> parts = new TreeSet<>();
        wanted.forEach(part -> parts.add(part.part()));
        reserved.forEach(part -> parts.add(part.part()));
        return parts;
    }

    int wanted(String part) {
        return pieces(wanted, part);
    }

    /** Pieces of the part that its claims have, as they were counted last. */
    int served(String part) {
        return pieces(served, part);
    }

    /** Whether it is known how many pieces of the part its claims have. */
    boolean isCounted(String part) {
        return counted.contains(part) || served(part) > 0;
    }

    private static int pieces(List<PartQuantity> parts, String part) {
        return parts.stream()
                .filter(one -> one.part().equals(part))
                .mapToInt(PartQuantity::quantity)
                .findFirst()
                .orElse(0);
    }
}
