package dev.aftersales.claims.evaluations;

import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Judges facts that no claim has. Nothing of them is kept. */
@RestController
@RequestMapping("/api/v1/policies/{version}/evaluations")
class EvaluationsController {

    private final NamedPolicies policies;
    private final Adjudicator adjudicator;

    EvaluationsController(NamedPolicies policies, Adjudicator adjudicator) {
        this.policies = policies;
        this.adjudicator = adjudicator;
    }

    /**
     * What is to be judged.
     *
     * @param pass left out: after diagnosis if any line has one, else the first
     * @param against another version, or {@code all}, to stand beside the one of the path
     */
    record EvaluationRequest(
            @NotNull @Valid FactsBody facts,
            @Nullable Pass pass,
            @Nullable @Size(min = 1, max = 64) String against) {}

    /** Terms that are published are everybody's to read, so that one vendor's people may hold them against another's. */
    @Allowed({Role.AGENT, Role.POLICY_ADMIN})
    @PostMapping
    Evaluation evaluate(Caller caller, @PathVariable String version, @Valid @RequestBody EvaluationRequest request) {
        Map<String, CompiledPolicy> judging = new LinkedHashMap<>();
        policies.named(caller, version).forEach(policy -> judging.put(policy.version(), policy));
        if (request.against() != null) {
            policies.named(caller, request.against()).forEach(policy -> judging.put(policy.version(), policy));
        }
        Facts facts = GivenFacts.of(request.facts());
        KnownNames.check(request.facts(), knowing(caller, judging.values()));
        Pass pass = Optional.ofNullable(request.pass()).orElseGet(() -> passOf(facts));
        List<List<Evaluation.Answer>> byLine = new ArrayList<>();
        facts.lines().forEach(line -> byLine.add(new ArrayList<>()));
        for (CompiledPolicy policy : judging.values()) {
            List<LineOutcome> outcomes = adjudicator.judge(policy, facts, pass).lines();
            for (int i = 0; i < outcomes.size(); i++) {
                byLine.get(i).add(Evaluation.Answer.of(policy, outcomes.get(i)));
            }
        }
        List<Evaluation.Line> lines = new ArrayList<>();
        for (int i = 0; i < byLine.size(); i++) {
            lines.add(new Evaluation.Line(facts.lines().get(i).line(), byLine.get(i)));
        }
        return new Evaluation(pass, lines, notUsed(request.facts(), judging.values()));
    }

    /** Facts that are put to one policy may be put to all: whatever any of them looks at may be named. */
    private List<CompiledPolicy> knowing(Caller caller, Collection<CompiledPolicy> judging) {
        List<CompiledPolicy> all = policies.named(caller, NamedPolicies.ALL);
        return Stream.concat(judging.stream(), all.stream()).toList();
    }

    private static List<Evaluation.NotUsed> notUsed(FactsBody facts, Collection<CompiledPolicy> judging) {
        return judging.stream()
                .map(policy -> new Evaluation.NotUsed(policy.version(), KnownNames.unknownTo(policy, facts)))
                .filter(notUsed -> !notUsed.fields().isEmpty())
                .toList();
    }

    private static Pass passOf(Facts facts) {
        return facts.lines().stream().anyMatch(line -> line.diagnosis() != null) ? Pass.AFTER_DIAGNOSIS : Pass.FIRST;
    }
}
