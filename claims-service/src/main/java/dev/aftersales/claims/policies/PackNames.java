package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.Observation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a pack has introduced; whatever refers to one is checked where it stands. */
record PackNames(Map<String, Text> clauses, Map<String, Text> readings, Map<String, Observation> observations) {

    String clause(PackSection section, String key) {
        String id = section.text(key);
        if (!clauses.containsKey(id)) {
            throw section.error(
                    key, "'" + id + "' is no clause of this pack; clauses with their texts stand under clauses");
        }
        return id;
    }

    String reading(PackSection section, String key) {
        String id = section.text(key);
        if (!readings.containsKey(id)) {
            throw section.error(key, "'" + id + "' is no reading of this pack; readings stand under readings");
        }
        return id;
    }

    @Nullable
    String optionalReading(PackSection section, String key) {
        return section.has(key) ? reading(section, key) : null;
    }

    Basis basis(PackSection section) {
        Basis basis = new Basis(clause(section, "clause"), optionalReading(section, "reading"));
        section.end();
        return basis;
    }

    @Nullable
    Condition optionalCondition(PackSection section, String key) {
        PackSection condition = section.optionalSection(key);
        return condition == null ? null : condition(condition);
    }

    /** A condition, and nothing beside it. */
    Condition condition(PackSection section) {
        Condition condition = openCondition(section);
        section.end();
        return condition;
    }

    /** A condition beside which more may stand. */
    Condition openCondition(PackSection section) {
        String name = section.text("observation");
        Observation observation = observations.get(name);
        if (observation == null) {
            throw section.error("observation", "'" + name + "' is no observation of this pack");
        }
        List<String> in = section.texts("in");
        for (String value : in) {
            if (!observation.values().contains(value)) {
                throw section.error("in", "'" + value + "' is no value of " + name);
            }
        }
        return new Condition(name, in);
    }
}
