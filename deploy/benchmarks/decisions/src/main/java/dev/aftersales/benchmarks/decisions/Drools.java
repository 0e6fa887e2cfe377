package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Pass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * Drools' DMN engine as it comes: the model compiled once, the contexts filled beforehand. Its other modes (compiled FEEL,
 * compiled tables, alpha network) were not faster with this table.
 */
final class Drools implements Decider {

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<DMNContext> inputs;

    Drools() {
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newByteArrayResource(PolicyA.inFeel())))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().getFirst();
        if (!model.getMessages().isEmpty()) {
            throw new IllegalStateException("the table is not as it should be: " + model.getMessages());
        }
        inputs = Inputs.ofAll(PolicyA.compiled().zone()).stream()
                .map(this::filled)
                .toList();
    }

    private DMNContext filled(Map<String, @Nullable Object> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        return context;
    }

    @Override
    public Answer decide(int line) {
        DMNResult result = runtime.evaluateAll(model, inputs.get(line));
        if (result.hasErrors()) {
            throw new IllegalStateException("line " + line + ": " + result.getMessages());
        }
        List<?> matched = (List<?>) result.getDecisionResults().getFirst().getResult();
        Tally tally = new Tally(matched.size());
        for (Object rule : matched) {
            Map<?, ?> outputs = (Map<?, ?>) rule;
            tally.add(text(outputs, "clause"), text(outputs, "weight"));
        }
        return tally.answer(Lines.MIXED.get(line).pass() == Pass.AFTER_DIAGNOSIS);
    }

    private static String text(Map<?, ?> outputs, String output) {
        return (String) Objects.requireNonNull(outputs.get(output), output);
    }
}
