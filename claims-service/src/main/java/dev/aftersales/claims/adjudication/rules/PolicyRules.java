package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.Text;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy version, whole.
 *
 * @param vendor whose policy it is
 * @param policy its letter in the clause register
 * @param version its name, unique over all vendors
 * @param zone in which its days begin and end
 * @param calendar id of the vendor's calendar by which business and working days are counted; absent when it names none
 * @param closeOfBusiness until when such a day lasts; absent when as long as the calendar is open
 * @param currency of its prices, ISO 4217; absent when it names none
 * @param effectiveFrom from when on claims are bound to it
 * @param precedence which terms win where several speak, strongest first
 * @param clauses the clauses in short, by id; whatever else names a clause names one of these
 * @param readings the settlements of what the text leaves open, by id
 * @param codes words for codes of its own
 * @param facts that its conditions name
 * @param products what it says of single models
 * @param exclusions in the policy's own order
 * @param quoteInTerm on what ground paid service is offered to a line that is excluded inside its term
 * @param batches when faults of many alike units are a batch
 * @param clocks the service times that it promises
 */
public record PolicyRules(
        String vendor,
        String policy,
        String version,
        ZoneId zone,
        @Nullable String calendar,
        @Nullable Settled<LocalTime> closeOfBusiness,
        @Nullable String currency,
        Instant effectiveFrom,
        List<Precedence> precedence,
        Map<String, Clause> clauses,
        Map<String, Reading> readings,
        Map<String, Text> codes,
        List<FactRule> facts,
        Map<String, Product> products,
        Term term,
        Coverage coverage,
        Basis quoteInTerm,
        List<Requirement> evidence,
        @Nullable Intake intake,
        List<Consent> consents,
        List<Exclusion> exclusions,
        List<Charge> charges,
        @Nullable QuoteRules quotes,
        @Nullable Statutory statutory,
        @Nullable ContractRules contract,
        @Nullable Overrides overrides,
        List<EntitlementRule> entitlements,
        List<BatchRule> batches,
        List<PromisedTime> clocks,
        List<Provision> logistics,
        List<Provision> communication,
        Governance governance) {
    public PolicyRules {
        precedence = List.copyOf(precedence);
        clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
        readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        facts = List.copyOf(facts);
        products = Collections.unmodifiableMap(new LinkedHashMap<>(products));
        evidence = List.copyOf(evidence);
        consents = List.copyOf(consents);
        exclusions = List.copyOf(exclusions);
        charges = List.copyOf(charges);
        entitlements = List.copyOf(entitlements);
        batches = List.copyOf(batches);
        clocks = List.copyOf(clocks);
        logistics = List.copyOf(logistics);
        communication = List.copyOf(communication);
    }

    /** The same rules as another version. */
    public PolicyRules as(String otherVersion, Instant from) {
        return new PolicyRules(
                vendor,
                policy,
                otherVersion,
                zone,
                calendar,
                closeOfBusiness,
                currency,
                from,
                precedence,
                clauses,
                readings,
                codes,
                facts,
                products,
                term,
                coverage,
                quoteInTerm,
                evidence,
                intake,
                consents,
                exclusions,
                charges,
                quotes,
                statutory,
                contract,
                overrides,
                entitlements,
                batches,
                clocks,
                logistics,
                communication,
                governance);
    }
}
