package dev.aftersales.claims.contracts;

import dev.aftersales.claims.adjudication.ContractTerms;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says beside the policy, as it is sent and shown.
 *
 * @param term its own warranty period, for example {@code P24M}
 * @param excludedCauses causes that it takes out of cover, in the policy's vocabulary
 * @param onSite codes of regions in which it promises service on site, for example {@code CN-4403}
 * @param charges who pays for what
 */
record TermsBody(
        @Nullable Period term,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> excludedCauses,
        @Nullable @Size(max = 100) Set<@NotNull @Pattern(regexp = "[A-Z]{2}(-[A-Za-z0-9]{1,30})?") String> onSite,
        @Nullable @Size(max = 10) Map<@NotNull ChargeItem, @NotNull Payer> charges) {

    static final String CODE = "[A-Z][A-Z0-9_]{0,63}";

    /** Absent for a contract that leaves everything to the policy. */
    static @Nullable TermsBody of(ContractTerms terms) {
        return terms.equals(ContractTerms.NONE)
                ? null
                : new TermsBody(
                        terms.term(),
                        terms.excludedCauses().isEmpty() ? null : terms.excludedCauses(),
                        terms.onSite().isEmpty() ? null : new TreeSet<>(terms.onSite()),
                        terms.charges().isEmpty() ? null : terms.charges());
    }

    ContractTerms toTerms() {
        return new ContractTerms(
                term,
                excludedCauses == null ? List.of() : excludedCauses,
                onSite == null ? Set.of() : onSite,
                charges == null ? new EnumMap<>(ChargeItem.class) : charges);
    }
}
