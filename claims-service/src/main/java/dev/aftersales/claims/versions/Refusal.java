package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.rules.Basis;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a version may not take effect.
 *
 * @param clause of the policy that forbids it; absent for a rule of the suite's own
 * @param reading by which it does
 * @param rule stable name, for example {@code notice-sent}
 * @param detail what is wrong, and what to do
 */
record Refusal(@Nullable String clause, @Nullable String reading, String rule, String detail) {

    static Refusal of(String rule, String detail) {
        return new Refusal(null, null, rule, detail);
    }

    static Refusal by(Basis basis, String rule, String detail) {
        return new Refusal(basis.clause(), basis.reading(), rule, detail);
    }

    /** As a problem shows it. */
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        if (clause != null) {
            shown.put("clause", clause);
        }
        if (reading != null) {
            shown.put("reading", reading);
        }
        shown.put("rule", rule);
        shown.put("detail", detail);
        return shown;
    }
}
