package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import java.time.Period;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the sales contract says beside the policy.
 *
 * @param term its own warranty period
 * @param excludedCauses causes that it takes out of cover
 * @param onSite codes of regions, or other names, in which it promises service on site
 * @param charges who pays for what
 */
public record ContractTerms(
        @Nullable Period term, List<String> excludedCauses, Set<String> onSite, Map<ChargeItem, Payer> charges) {

    /** A contract that leaves everything to the policy. */
    public static final ContractTerms NONE = new ContractTerms(null, List.of(), Set.of(), Map.of());

    public ContractTerms {
        excludedCauses = List.copyOf(excludedCauses);
        onSite = Set.copyOf(onSite);
        Map<ChargeItem, Payer> ordered = new EnumMap<>(ChargeItem.class);
        ordered.putAll(charges);
        charges = Collections.unmodifiableMap(ordered);
    }
}
