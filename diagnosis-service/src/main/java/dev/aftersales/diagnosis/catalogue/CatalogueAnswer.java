package dev.aftersales.diagnosis.catalogue;

import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.diagnosis.catalogue.PersonNeeded.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the catalogue makes of the lines of a claim. They go through together or not at all. */
public sealed interface CatalogueAnswer {

    /** Every line goes through on this entry. */
    record GoesThrough(CatalogueEntry entry) implements CatalogueAnswer {}

    /** At least one line needs a person, so a person sees all of them. */
    record NeedsPerson(List<PersonNeeded> reasons) implements CatalogueAnswer {
        public NeedsPerson {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Judges lines by an entry. All reasons against are told, not only the first.
     *
     * @param entry of the claim's fault code, if the vendor's catalogue has it
     * @param known whether the claim's policy version has a cause
     * @param earlier asked only when everything else lets the lines through
     */
    static CatalogueAnswer judge(
            Optional<CatalogueEntry> entry,
            String model,
            List<UnitLine> lines,
            Predicate<String> known,
            EarlierPassages earlier) {
        List<Integer> all = lines.stream().map(UnitLine::line).toList();
        if (entry.isEmpty()) {
            return new NeedsPerson(List.of(new PersonNeeded(Reason.CODE_UNKNOWN, all)));
        }
        FaultDefinition definition = entry.get().inForce().definition();
        List<PersonNeeded> reasons = new ArrayList<>();
        if (!definition.appliesTo(model)) {
            reasons.add(new PersonNeeded(Reason.MODEL_NOT_LISTED, all));
        }
        if (!known.test(definition.presumedCause())) {
            reasons.add(new PersonNeeded(Reason.CAUSE_UNKNOWN, all));
        }
        add(
                reasons,
                Reason.OVER_VALUE_CAP,
                lines.stream()
                        .filter(line -> definition.valueFor(line.quantity()).exceeds(definition.valueCap()))
                        .toList());
        add(
                reasons,
                Reason.NO_SERIAL,
                lines.stream().filter(line -> line.serial() == null).toList());
        if (reasons.isEmpty()) {
            add(reasons, Reason.LIMIT_REACHED, overLimit(lines, definition.limitPerSerial(), earlier));
        }
        return reasons.isEmpty() ? new GoesThrough(entry.get()) : new NeedsPerson(reasons);
    }

    private static List<UnitLine> overLimit(List<UnitLine> lines, SerialLimit limit, EarlierPassages earlier) {
        Set<String> serials =
                lines.stream().map(UnitLine::serial).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, Integer> passages = new HashMap<>(earlier.of(serials, limit.days()));
        List<UnitLine> over = new ArrayList<>();
        for (UnitLine line : lines) {
            String serial = line.serial();
            // A serial that a claim names twice goes through twice.
            if (serial != null && passages.merge(serial, 1, Integer::sum) > limit.count()) {
                over.add(line);
            }
        }
        return over;
    }

    private static void add(List<PersonNeeded> reasons, Reason reason, List<UnitLine> lines) {
        if (!lines.isEmpty()) {
            reasons.add(
                    new PersonNeeded(reason, lines.stream().map(UnitLine::line).toList()));
        }
    }
}
