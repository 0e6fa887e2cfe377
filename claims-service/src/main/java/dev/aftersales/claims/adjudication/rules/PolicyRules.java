package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * A policy version, whole.
 *
 * @param vendor whose policy it is
 * @param policy its letter in the clause register
 * @param version its name, unique over all vendors
 * @param zone in which its days begin and end
 * @param effectiveFrom from when on claims are bound to it
 * @param precedence which terms win where several speak, strongest first
 * @param clauses the clauses in short, by id; whatever else names a clause names one of these
 * @param readings the settlements of what the text leaves open, by id
 * @param phrases in which explanations say what would have changed the outcome
 * @param observations what a diagnosis may observe beside the cause
 * @param exclusions in the policy's own order
 * @param quoteInTerm on what ground paid service is offered to a line that is excluded inside its term
 * @param clocks the service times that it promises
 */
public record PolicyRules(
        String vendor,
        String policy,
        String version,
        ZoneId zone,
        Instant effectiveFrom,
        List<Precedence> precedence,
        Map<String, Text> clauses,
        Map<String, Text> readings,
        Map<Phrase, Text> phrases,
        List<Observation> observations,
        Term term,
        Coverage coverage,
        List<Requirement> evidence,
        List<Exclusion> exclusions,
        Basis quoteInTerm,
        List<PromisedTime> clocks) {}
