package dev.aftersales.claims.evaluations;

import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.problems.UnknownName;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.deadlines.PolicyClocks;
import dev.aftersales.contracts.events.FaultClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that the clocks of policies know. What is given under any other would be passed over unnoticed. */
final class KnownClocks {

    private final Set<String> events = new TreeSet<>();
    private final Set<String> clauses = new TreeSet<>();
    private final Map<String, Set<String>> facts = new TreeMap<>();
    private final Set<String> waits = new TreeSet<>();
    private boolean recurring;
    private final List<Map<String, Object>> errors = new ArrayList<>();

    private KnownClocks(Collection<CompiledPolicy> policies) {
        policies.stream().map(CompiledPolicy::rules).forEach(this::learn);
    }

    /** @throws dev.aftersales.chassis.problems.ProblemException 422 that names each field and what is known there */
    static void check(DeadlinesBody body, Collection<CompiledPolicy> policies) {
        KnownClocks known = new KnownClocks(policies);
        known.check(body);
        if (!known.errors.isEmpty()) {
            throw Problem.status(422)
                    .type("names-unknown")
                    .title("No clock of these policies makes anything of that")
                    .detail("What no clock looks at would be passed over. Name what one of them knows, or leave it"
                            + " out.")
                    .with("errors", known.errors)
                    .exception();
        }
    }

    /** The events that stop one of the clocks. */
    static Set<String> stops(Collection<CompiledPolicy> policies) {
        return policies.stream()
                .flatMap(policy -> policy.rules().clocks().stream())
                .flatMap(clock -> Stream.ofNullable(clock.stop()))
                .collect(Collectors.toSet());
    }

    private void learn(PolicyRules rules) {
        for (PromisedTime clock : rules.clocks()) {
            clauses.add(clock.clause());
            if (clock.start() != null) {
                events.add(clock.start());
            }
            if (clock.stop() != null) {
                events.add(clock.stop());
            }
            clock.paused().by().forEach(wait -> waits.add(wait.name()));
            if (clock.faultClass() != null) {
                Set<String> classes = facts.computeIfAbsent(PolicyClocks.FAULT_CLASS, name -> new TreeSet<>());
                for (FaultClass faultClass : FaultClass.values()) {
                    classes.add(faultClass.name());
                }
            }
            clock.when().forEach(condition -> {
                Set<String> values = facts.computeIfAbsent(condition.fact(), name -> new TreeSet<>());
                values.addAll(condition.in());
                rules.facts().stream()
                        .filter(fact -> fact.name().equals(condition.fact()))
                        .map(FactRule::values)
                        .forEach(values::addAll);
            });
            recurring |= PolicyClocks.recurs(rules, clock);
        }
    }

    private void check(DeadlinesBody body) {
        body.events().keySet().stream().sorted().forEach(event -> known("events." + event, event, events));
        List<String> asked = Objects.requireNonNullElse(body.clauses(), List.of());
        for (int i = 0; i < asked.size(); i++) {
            known("clauses[" + i + "]", asked.get(i), clauses);
        }
        List<DeadlinesBody.PauseBody> pauses = Objects.requireNonNullElse(body.pauses(), List.of());
        for (int i = 0; i < pauses.size(); i++) {
            known("pauses[" + i + "].by", pauses.get(i).by(), waits);
        }
        new TreeMap<>(Objects.requireNonNullElse(body.facts(), Map.<String, String>of())).forEach((fact, value) -> {
            Set<String> values = facts.get(fact);
            if (values == null) {
                known("facts." + fact, fact, facts.keySet());
            } else {
                known("facts." + fact, value, values);
            }
        });
        if (body.recurrence() != null && !recurring) {
            errors.add(Map.of(
                    "field",
                    "recurrence",
                    "rule",
                    "known",
                    "detail",
                    "no clock recurs here; leave it out",
                    "known",
                    List.of()));
        }
    }

    private void known(String field, String named, Set<String> names) {
        if (!names.contains(named)) {
            errors.add(UnknownName.error(field, named, names));
        }
    }
}
