package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Reading;
import dev.aftersales.contracts.events.FaultClass;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a pack has introduced; whatever refers to one is checked where it stands. */
record PackNames(Map<String, Clause> clauses, Map<String, Reading> readings, Map<String, FactRule> facts) {

    String clause(PackSection section, String key) {
        String id = section.text(key);
        if (!clauses.containsKey(id)) {
            throw section.error(
                    key, "'" + id + "' is no clause of this pack; clauses with their texts stand under clauses");
        }
        return id;
    }

    @Nullable
    String optionalClause(PackSection section, String key) {
        return section.has(key) ? clause(section, key) : null;
    }

    String reading(PackSection section, String key) {
        String id = section.text(key);
        if (!readings.containsKey(id)) {
            throw section.error(key, "'" + id + "' is no reading of this pack; readings stand under readings");
        }
        return id;
    }

    @Nullable
    String optionalReading(PackSection section) {
        return section.has("reading") ? reading(section, "reading") : null;
    }

    /** The reading that is named, else the one in which a value of the section stands. */
    @Nullable
    String readingOrSettling(PackSection section) {
        return section.has("reading") ? reading(section, "reading") : section.settledBy();
    }

    /** All readings on which the section rests: the one that is named, and those in which its values stand. */
    List<String> readings(PackSection section) {
        Set<String> all = new LinkedHashSet<>();
        String first = readingOrSettling(section);
        if (first != null) {
            all.add(first);
        }
        all.addAll(section.allSettling());
        return List.copyOf(all);
    }

    /** A clause with its reading, and nothing beside. */
    Basis basis(PackSection section) {
        Basis basis = new Basis(clause(section, "clause"), optionalReading(section));
        section.end();
        return basis;
    }

    @Nullable
    Condition optionalCondition(PackSection section, String key) {
        PackSection condition = section.optionalSection(key);
        return condition == null ? null : condition(condition);
    }

    /** Conditions all of which must hold; none where the key is left out. */
    List<Condition> conditions(PackSection section, String key) {
        return section.optionalSections(key).stream().map(this::condition).toList();
    }

    /** A condition, and nothing beside it. */
    Condition condition(PackSection section) {
        Condition condition = openCondition(section);
        section.end();
        return condition;
    }

    /** A condition beside which more may stand. */
    Condition openCondition(PackSection section) {
        String name = section.text("fact");
        FactRule fact = facts.get(name);
        List<String> known = fact == null ? valuesOf(section, name) : fact.values();
        List<String> in = section.texts("in");
        for (String value : in) {
            if (!known.isEmpty() && !known.contains(value)) {
                throw section.error("in", "'" + value + "' is no value of " + name);
            }
        }
        return new Condition(name, in);
    }

    /** The values of a fact that is always there; empty when they are open. */
    private static List<String> valuesOf(PackSection section, String name) {
        if (!Condition.ALWAYS_THERE.contains(name)) {
            throw section.error("fact", "'" + name + "' is no fact of this pack; facts stand under facts");
        }
        return switch (name) {
            case "faultClass" -> names(FaultClass.values());
            case "itemClass" -> names(ItemClass.values());
            case "pass" -> names(Pass.values());
            default -> List.of();
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
