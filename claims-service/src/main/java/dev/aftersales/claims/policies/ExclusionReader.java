package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what takes a line out of cover. */
final class ExclusionReader {

    private ExclusionReader() {}

    static List<Exclusion> exclusions(PackSection pack, PackNames names, Coverage coverage) {
        Set<String> seen = new HashSet<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (PackSection section : pack.optionalSections("exclusions")) {
            Exclusion exclusion = exclusion(section, names);
            if (!seen.add(exclusion.clause())) {
                throw section.error("clause", "'" + exclusion.clause() + "' excludes twice; put it into one entry");
            }
            for (String cause : coverage.causes().covered()) {
                if (exclusion.causes().contains(cause)) {
                    throw section.error("causes", "'" + cause + "' is a covered cause");
                }
            }
            exclusions.add(exclusion);
        }
        return exclusions;
    }

    private static Exclusion exclusion(PackSection section, PackNames names) {
        List<Condition> observed = section.optionalSections("observed").stream()
                .map(names::condition)
                .toList();
        List<String> causes = section.optionalTexts("causes");
        if (causes.isEmpty() && observed.isEmpty()) {
            throw section.error("causes", "is missing, and so is observed; an exclusion needs one of them");
        }
        Exclusion.Outcome outcome = section.oneOf(Exclusion.Outcome.class, "outcome");
        Exclusion exclusion = new Exclusion(
                names.clause(section, "clause"),
                names.optionalReading(section),
                outcome,
                causes,
                sameEvent(section, names),
                observed,
                doubtful(section, names),
                when(section, names),
                names.optionalCondition(section, "unless"),
                next(section, outcome),
                section.someOf(Confirmer.Kind.class, "proof"));
        section.end();
        return exclusion;
    }

    /** Who is sent to somebody else is told what to do there; packs of before there were such words have none. */
    private static @Nullable Text next(PackSection exclusion, Exclusion.Outcome outcome) {
        PackSection section = exclusion.optionalSection("next");
        if (section == null) {
            return null;
        }
        if (outcome != Exclusion.Outcome.REDIRECT) {
            throw exclusion.error("next", "is there only with outcome REDIRECT");
        }
        Text next = new Text(section.text("en"), section.text("zh"));
        section.end();
        return next;
    }

    private static Exclusion.@Nullable SameEvent sameEvent(PackSection exclusion, PackNames names) {
        PackSection section = exclusion.optionalSection("sameEvent");
        if (section == null) {
            return null;
        }
        Exclusion.SameEvent same = new Exclusion.SameEvent(section.texts("causes"), names.reading(section, "reading"));
        section.end();
        return same;
    }

    private static Exclusion.@Nullable Doubtful doubtful(PackSection exclusion, PackNames names) {
        PackSection section = exclusion.optionalSection("doubtful");
        if (section == null) {
            return null;
        }
        Exclusion.Doubtful doubtful =
                new Exclusion.Doubtful(names.condition(section.section("when")), names.reading(section, "reading"));
        section.end();
        return doubtful;
    }

    private static Exclusion.@Nullable When when(PackSection exclusion, PackNames names) {
        PackSection section = exclusion.optionalSection("when");
        if (section == null) {
            return null;
        }
        Exclusion.When when = new Exclusion.When(names.openCondition(section), names.reading(section, "otherwise"));
        section.end();
        return when;
    }
}
