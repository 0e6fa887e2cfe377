package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.regions.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a unit stands by a policy while nobody claims anything: by the same term, facts and contract as a claim would. */
public final class UnitStanding {

    /** A unit stands as it does without anybody claiming. */
    private static final String NOBODY = "nobody";

    private final CompiledPolicy policy;
    private final ContractTerms terms;
    private final @Nullable String site;
    private final TermCheck term;
    private final KnownFacts known;

    private UnitStanding(
            CompiledPolicy policy, ContractTerms terms, @Nullable String site, TermCheck term, KnownFacts known) {
        this.policy = policy;
        this.terms = terms;
        this.site = site;
        this.term = term;
        this.known = known;
    }

    /**
     * The standing of that unit.
     *
     * @param terms of the contract under which it was sold
     * @param site where it stands, as a code of a region; absent when nobody says so
     */
    public static UnitStanding of(
            CompiledPolicy policy, UnitFacts unit, ContractTerms terms, @Nullable String site, Instant now) {
        LineFacts line = PaperComparison.applied(policy, new LineFacts(1, unit.serial(), unit, null, null));
        Facts facts = new Facts(
                now,
                NOBODY,
                null,
                true,
                unit.model(),
                false,
                null,
                null,
                null,
                site,
                Map.of(),
                Map.of(),
                List.of(),
                terms,
                List.of(line));
        Settlements none = new Settlements(List.of(), List.of());
        TermCheck term =
                new TermCheck(policy, facts, LocalDate.ofInstant(now, policy.zone()), line, none, new Citations(none));
        term.check();
        return new UnitStanding(policy, terms, site, term, new KnownFacts(policy, facts, line, null, List.of()));
    }

    /** The term; empty while no valid paper says when it began. */
    public Optional<TermOfUnit> term() {
        return term.term();
    }

    /** Whether the fact is known and as the condition wants it. */
    public boolean holds(Condition condition) {
        return known.holds(policy.compiled(condition)) == Truth.TRUE;
    }

    /** Whether the contract promises service on site where the unit stands. */
    public boolean contractPromisesVisits() {
        String place = site;
        return place != null
                && policy.heedsContract(ContractRules.Part.ON_SITE)
                && terms.onSite().stream().anyMatch(region -> Regions.isWithin(place, region));
    }
}
