package dev.aftersales.logistics.emergencies;

import dev.aftersales.contracts.events.PartQuantity;
import dev.aftersales.contracts.events.logistics.EmergencyPartsReserved.ReservedPart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A batch issue as far as the vendor's stock is concerned.
 *
 * @param wanted parts, each once
 * @param plannedAt when its plan was started; absent while it is not, and nothing is reserved
 * @param hold on shipping by the plan; absent where it orders none
 * @param resolvedAt when it was closed; absent while it is not
 * @param reserved as it was told last; also of parts that are wanted no more
 * @param stepDue since when a step with stock is to be done; absent when none is
 */
record Emergency(
        String issue,
        String vendor,
        List<PartQuantity> wanted,
        @Nullable Instant plannedAt,
        @Nullable ShippingHold hold,
        @Nullable Instant resolvedAt,
        List<ReservedPart> reserved,
        @Nullable Instant stepDue) {

    Emergency {
        wanted = List.copyOf(wanted);
        reserved = List.copyOf(reserved);
    }

    static Emergency of(String issue, String vendor) {
        return new Emergency(issue, vendor, List.of(), null, null, null, List.of(), null);
    }

    /** Whether stock reserves and holds for it. */
    boolean isActive() {
        return plannedAt != null && resolvedAt == null;
    }

    Emergency wanting(List<PartQuantity> parts, Instant at) {
        return resolvedAt != null
                ? this
                : new Emergency(issue, vendor, parts, plannedAt, hold, null, reserved, plannedAt == null ? null : at);
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
                        issue, vendor, Objects.requireNonNullElse(parts, wanted), at, holding, null, reserved, at);
    }

    Emergency resolved(Instant at) {
        return new Emergency(issue, vendor, wanted, plannedAt, hold, at, reserved, plannedAt == null ? null : at);
    }

    /** Stock has done what this asks for. */
    Emergency settled(List<ReservedPart> now) {
        return new Emergency(issue, vendor, wanted, plannedAt, hold, resolvedAt, now, null);
    }

    /** Whether stock is asked for the same. */
    boolean asksTheSameAs(Emergency other) {
        return wanted.equals(other.wanted)
                && Objects.equals(plannedAt, other.plannedAt)
                && Objects.equals(resolvedAt, other.resolvedAt);
    }

    /** Parts of which it has, or may have, a reserve. */
    Set<String> parts() {
        Set<String> parts = new TreeSet<>();
        wanted.forEach(part -> parts.add(part.part()));
        reserved.forEach(part -> parts.add(part.part()));
        return parts;
    }

    int wanted(String part) {
        return wanted.stream()
                .filter(one -> one.part().equals(part))
                .mapToInt(PartQuantity::quantity)
                .findFirst()
                .orElse(0);
    }
}
