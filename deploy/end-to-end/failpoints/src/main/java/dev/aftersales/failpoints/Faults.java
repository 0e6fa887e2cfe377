package dev.aftersales.failpoints;

import java.util.List;

/** The faults by their names. */
final class Faults {

    private Faults() {}

    /** @throws IllegalArgumentException when there is no such fault, or a value is missing or wrong */
    static List<Failpoint> of(Spec spec, Journal journal) {
        return switch (spec.fault()) {
            case "crash-at" -> CrashAt.of(spec, journal);
            case "crash-before-mark" -> CrashBeforeMark.of(spec, journal);
            case "no-unique-key" -> NoUniqueKey.of(spec, journal);
            case "acknowledge-before-effect" -> AcknowledgeBeforeEffect.of(spec, journal);
            case "outbox-in-a-second-write" -> SecondWrite.of(spec, journal);
            case "reordered-sends" -> ReorderedSends.of(spec, journal);
            case "effect-dropped" -> EffectDropped.of(spec, journal);
            case "reaction-throws" -> ReactionThrows.of(spec, journal);
            case "refused-yet-kept" -> RefusedYetKept.of(spec, journal);
            case "repeat-deliveries" -> RepeatDeliveries.of(spec, journal);
            default -> throw new IllegalArgumentException("there is no fault " + spec.fault());
        };
    }
}
