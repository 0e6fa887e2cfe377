package dev.aftersales.claims.evaluations;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.UnknownName;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.Condition;
import dev.aftersales.claims.adjudication.rules.Consent;
import dev.aftersales.claims.adjudication.rules.Coverage;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.KnownAttributes;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.Product;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.regions.Regions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that policies make something of. A fact under any other would be passed over, and the answer would look as if
 * it had been heeded.
 */
final class KnownNames {

    private static final String CAUSE = "cause";
    private static final String COMPONENT = "component";

    private final Set<String> components = new TreeSet<>();
    private final Set<String> findings = new TreeSet<>();
    private final Set<String> causes = new TreeSet<>();
    private final Set<String> declarable = new TreeSet<>();
    private final Set<String> channels = new TreeSet<>();
    private final Set<String> clauses = new TreeSet<>();
    private final Map<String, Set<String>> consents = new TreeMap<>();
    private final Set<String> items = new TreeSet<>();
    private final Map<String, Set<String>> ofClaim = new TreeMap<>();
    private final Map<String, Set<String>> ofUnit = new TreeMap<>();
    private final Map<String, Set<String>> ofPaper = new TreeMap<>();
    private final Map<String, Set<String>> observed = new TreeMap<>();
    private final List<Map<String, Object>> errors = new ArrayList<>();

    private KnownNames(Collection<CompiledPolicy> policies) {
        for (CompiledPolicy policy : policies) {
            causes.addAll(policy.causes());
            declarable.addAll(policy.declarable());
            channels.addAll(policy.channels());
            clauses.addAll(policy.rules().clauses().keySet());
            learn(policy.rules());
        }
    }

    /** @throws dev.aftersales.chassis.problems.ProblemException 422 that names each field and what is known there */
    static void check(FactsBody facts, Collection<CompiledPolicy> knowing) {
        KnownNames names = new KnownNames(knowing);
        names.check(facts);
        if (!names.errors.isEmpty()) {
            throw Problem.status(422)
                    .type("names-unknown")
                    .title("No policy makes anything of that")
                    .detail("A fact that no policy looks at would be passed over. Name what one of them knows, or leave"
                            + " it out.")
                    .with("errors", names.errors)
                    .exception();
        }
    }

    /** The fields whose names the policy does not know. */
    static List<String> unknownTo(CompiledPolicy policy, FactsBody facts) {
        KnownNames names = new KnownNames(List.of(policy));
        names.check(facts);
        return names.errors.stream()
                .map(error -> String.valueOf(error.get("field")))
                .toList();
    }

    // ---- What the policies know

    private void learn(PolicyRules policy) {
        for (Consent consent : policy.consents()) {
            consents.computeIfAbsent(consent.item(), item -> new TreeSet<>()).addAll(consent.states());
        }
        policy.facts().forEach(this::learn);
        KnownAttributes attributes = KnownAttributes.of(policy);
        attributes.ofUnit().forEach((name, values) -> learn(ofUnit, name, values));
        attributes.ofPaper().forEach(name -> ofPaper.putIfAbsent(name, new TreeSet<>()));
        for (Product product : policy.products().values()) {
            components.addAll(product.components().keySet());
        }
        items.add(policy.term().missingItem());
        for (Requirement requirement : policy.evidence()) {
            items.add(requirement.item());
            requirement.facts().forEach(fact -> ofClaim.putIfAbsent(fact, new TreeSet<>()));
        }
        learn(policy.coverage());
        policy.exclusions().forEach(this::learn);
        // What a claim says of its channel and site has fields of its own.
        ofClaim.keySet().removeAll(Set.of("site", "channel"));
    }

    private void learn(FactRule fact) {
        findings.addAll(fact.findings().keySet());
        switch (fact.from()) {
            case DIAGNOSIS -> {
                learn(observed, fact.name(), fact.values());
                if (!fact.reported().isEmpty()) {
                    learn(ofClaim, fact.name(), fact.reported());
                }
            }
            case CLAIM -> learn(ofClaim, fact.name(), fact.values());
            case UNIT, DOCUMENT -> {}
            case BARCODES -> fact.attributes().forEach(attribute -> ofClaim.putIfAbsent(attribute, new TreeSet<>()));
        }
    }

    /** Values are open, which none stands for, as soon as one policy leaves them open. */
    private static void learn(Map<String, Set<String>> names, String fact, List<String> values) {
        Set<String> before = names.get(fact);
        if (before == null) {
            names.put(fact, new TreeSet<>(values));
        } else if (before.isEmpty() || values.isEmpty()) {
            before.clear();
        } else {
            before.addAll(values);
        }
    }

    private void learn(Coverage coverage) {
        findings.addAll(coverage.causes().covered());
        if (coverage.doubtful() != null) {
            findings.addAll(coverage.doubtful().causes());
        }
        coverage.gates().forEach(gate -> gate.anyOf().forEach(way -> way.when().forEach(this::learn)));
        coverage.gates().stream().map(Coverage.Gate::item).forEach(item -> {
            if (item != null) {
                items.add(item);
            }
        });
        coverage.routes().values().forEach(route -> route.when().forEach(this::learn));
    }

    private void learn(Exclusion exclusion) {
        findings.addAll(exclusion.causes());
        if (exclusion.sameEvent() != null) {
            findings.addAll(exclusion.sameEvent().causes());
        }
        exclusion.observed().forEach(this::learn);
        if (exclusion.doubtful() != null) {
            learn(exclusion.doubtful().when());
        }
        if (exclusion.when() != null) {
            learn(exclusion.when().condition());
        }
        if (exclusion.unless() != null) {
            learn(exclusion.unless());
        }
    }

    private void learn(Condition condition) {
        switch (condition.fact()) {
            case CAUSE -> findings.addAll(condition.in());
            case COMPONENT -> components.addAll(condition.in());
            default -> {}
        }
    }

    // ---- What was named

    private void check(FactsBody facts) {
        keys("facts.consents", facts.consents()).forEach((field, item) -> {
            known(field, item, consents.keySet());
            FactsBody.ConsentBody given =
                    facts.consents() == null ? null : facts.consents().get(item);
            if (given != null && consents.containsKey(item)) {
                known(field + ".state", given.state(), consents.getOrDefault(item, Set.of()));
            }
        });
        each("facts.unavailable", facts.unavailable(), items);
        known("facts.declaredCause", facts.declaredCause(), declarable);
        known("facts.channel", facts.channel(), channels);
        if (facts.site() != null && !Regions.isOne(facts.site())) {
            errors.add(Map.of(
                    "field",
                    "facts.site",
                    "rule",
                    "known",
                    "detail",
                    facts.site() + " is no code of a region. Give a country of ISO 3166 and, where it matters, the"
                            + " administrative code in it, for example CN-440307.",
                    "known",
                    List.of()));
        }
        if (facts.contractTerms() != null) {
            each("facts.contractTerms.excludedCauses", facts.contractTerms().excludedCauses(), causes);
        }
        for (int i = 0; i < facts.lines().size(); i++) {
            check("facts.lines[" + i + "]", facts.lines().get(i));
        }
    }

    private void check(String field, FactsBody.LineBody line) {
        if (line.component() != null) {
            known(field + ".component", line.component(), components);
        }
        check(field + ".attributes", line.attributes(), ofClaim);
        papers(field, line.documents());
        FactsBody.UnitBody unit = line.unit();
        if (unit != null) {
            check(field + ".unit.attributes", unit.attributes(), ofUnit);
            papers(field + ".unit", unit.documents());
        }
        FactsBody.DiagnosisBody diagnosis = line.diagnosis();
        if (diagnosis != null) {
            known(field + ".diagnosis.cause", diagnosis.cause(), causes);
            known(field + ".diagnosis.component", diagnosis.component(), components);
            each(field + ".diagnosis.findings", diagnosis.findings(), findings);
            check(field + ".diagnosis.observations", diagnosis.observations(), observed);
        }
        if (line.review() != null) {
            each(field + ".review.clauses", line.review().clauses(), clauses);
        }
        for (int i = 0; line.reviews() != null && i < line.reviews().size(); i++) {
            each(field + ".reviews[" + i + "].clauses", line.reviews().get(i).clauses(), clauses);
        }
        for (int i = 0; line.rulings() != null && i < line.rulings().size(); i++) {
            each(field + ".rulings[" + i + "].clauses", line.rulings().get(i).clauses(), clauses);
        }
    }

    private void each(String field, @Nullable List<String> named, Set<String> names) {
        for (int i = 0; named != null && i < named.size(); i++) {
            known(field + "[" + i + "]", named.get(i), names);
        }
    }

    private void papers(String field, @Nullable List<FactsBody.DocumentBody> papers) {
        for (int i = 0; papers != null && i < papers.size(); i++) {
            check(field + ".documents[" + i + "].attributes", papers.get(i).attributes(), ofPaper);
        }
    }

    private void check(String field, @Nullable Map<String, String> named, Map<String, Set<String>> names) {
        keys(field, named).forEach((place, name) -> {
            Set<String> values = names.get(name);
            if (values == null) {
                unknown(place, name, names.keySet());
            } else if (named != null && !values.isEmpty()) {
                known(place, named.get(name), values);
            }
        });
    }

    private static Map<String, String> keys(String field, @Nullable Map<String, ?> named) {
        Map<String, String> places = new TreeMap<>();
        if (named != null) {
            named.keySet().forEach(name -> places.put(field + "." + name, name));
        }
        return places;
    }

    private void known(String field, @Nullable String named, Set<String> names) {
        if (named != null && !names.contains(named)) {
            unknown(field, named, names);
        }
    }

    private void unknown(String field, String named, Set<String> names) {
        errors.add(UnknownName.error(field, named, names));
    }
}
