package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Pass;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * Camunda's DMN engine the fastest way there is: the decision parsed once, the variables wrapped beforehand, every
 * expression in JUEL. (In FEEL it parses each cell anew for each decision and is a thousand times slower.)
 */
final class Camunda implements Decider {

    private static final String JUEL = DefaultDmnEngineConfiguration.JUEL_EXPRESSION_LANGUAGE;

    private final DmnEngine engine;
    private final DmnDecision grounds;
    private final List<VariableContext> inputs = Inputs.ofAll(PolicyA.compiled().zone()).stream()
            .map(Camunda::wrapped)
            .toList();

    Camunda() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(JUEL);
        configuration.setDefaultInputEntryExpressionLanguage(JUEL);
        configuration.setDefaultOutputEntryExpressionLanguage(JUEL);
        engine = configuration.buildEngine();
        grounds = engine.parseDecision("grounds", new ByteArrayInputStream(PolicyA.inJuel()));
    }

    private static VariableContext wrapped(Map<String, @Nullable Object> inputs) {
        VariableMap variables = Variables.createVariables();
        variables.putAll(inputs);
        return variables.asVariableContext();
    }

    @Override
    public Answer decide(int line) {
        DmnDecisionTableResult matched = engine.evaluateDecisionTable(grounds, inputs.get(line));
        Tally tally = new Tally(matched.size());
        for (DmnDecisionRuleResult rule : matched) {
            tally.add(rule.getEntry("clause"), rule.getEntry("weight"));
        }
        return tally.answer(Lines.MIXED.get(line).pass() == Pass.AFTER_DIAGNOSIS);
    }
}
