package dev.aftersales.claims.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Judges claims: a pure function of policy and facts, without clock or store. Stateless; shared by all threads. */
public final class Adjudicator {

    /**
     * Judges every line of a claim.
     *
     * @param policy the version that the claim is bound to
     * @param pass {@link Pass#AFTER_DIAGNOSIS} for lines that have a diagnosis; a line without one is judged as in
     *     {@link Pass#FIRST}
     */
    public Verdicts judge(CompiledPolicy policy, Facts facts, Pass pass) {
        LocalDate claimed = LocalDate.ofInstant(facts.submittedAt(), policy.zone());
        List<String> evidenceIds = ids(facts.evidence());
        List<LineOutcome> outcomes = new ArrayList<>(facts.lines().size());
        for (LineFacts line : facts.lines()) {
            outcomes.add(new LineJudgement(policy, facts, claimed, evidenceIds, line, pass).outcome());
        }
        return new Verdicts(policy.version(), pass, outcomes);
    }

    private static List<String> ids(List<EvidenceItem> evidence) {
        String[] ids = new String[evidence.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = evidence.get(i).id();
        }
        return List.of(ids);
    }
}
