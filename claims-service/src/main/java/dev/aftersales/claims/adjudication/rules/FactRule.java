package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.DocumentKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact that conditions name, and where it comes from.
 *
 * @param name as conditions name it
 * @param values that it may have; empty when they are open: then a condition's value also covers longer codes that begin
 *     with it, as {@code CN-4403} covers {@code CN-440307}
 * @param findings only from a diagnosis: the codes of findings that say it, each with the value that it says
 * @param causes only from a diagnosis: codes of causes that say it where no finding does
 * @param causesReading by which they do; absent where there are none
 * @param reported only from a diagnosis: values that the customer may report before anybody looked, a suspicion at most
 * @param document of which kind the paper is, for {@link Source#DOCUMENT} and {@link Source#BARCODES}
 * @param attributes that paper and unit must agree in, for {@link Source#BARCODES}
 */
public record FactRule(
        String name,
        Source from,
        List<String> values,
        Map<String, String> findings,
        Map<String, String> causes,
        @Nullable String causesReading,
        List<String> reported,
        @Nullable DocumentKind document,
        List<String> attributes) {
    public FactRule {
        values = List.copyOf(values);
        findings = Collections.unmodifiableMap(new LinkedHashMap<>(findings));
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        reported = List.copyOf(reported);
        attributes = List.copyOf(attributes);
    }

    /** Where facts come from. */
    public enum Source {
        /** What was seen when the fault was looked at. */
        DIAGNOSIS,
        /** An attribute of the unit's record, else of what the policy says of its model. */
        UNIT,
        /** What the claim says. */
        CLAIM,
        /** The state of a paper. */
        DOCUMENT,
        /** How numbers on a paper agree with those of the unit. */
        BARCODES
    }

    /** How many of the numbers, from the first one on, a unit of a model bears: what a product says under the fact's name. */
    public enum Count {
        ONE,
        TWO;

        public int numbers() {
            return ordinal() + 1;
        }
    }

    /** How the numbers on a paper agree with those of the unit. */
    public enum Agreement {
        SAME,
        /** They differ in one character: perhaps it was misread. */
        ONE_CHARACTER,
        DIFFERENT
    }
}
