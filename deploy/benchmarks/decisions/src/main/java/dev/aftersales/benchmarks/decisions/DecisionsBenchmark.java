package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Explanation;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Verdicts;
import java.util.Locale;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One line decided, by each decider in turn; the next operation decides the next line. */
@State(Scope.Thread)
public class DecisionsBenchmark {

    private int line;

    private int next() {
        line = Lines.after(line);
        return line;
    }

    /** Nothing decided: the facts read, each once. */
    @Benchmark
    public void floor(Blackhole reader) {
        Floor.read(Lines.MIXED.get(next()), reader);
    }

    /** As the service judges: outcome, charges, every clause that matched and what it rests on; not yet in words. */
    @Benchmark
    public Verdicts suite(OurEngine ours) {
        return ours.engine.judge(next());
    }

    /** The same, and of it taken what the tables give: verdict and clauses. */
    @Benchmark
    public void suiteEqualOutput(OurEngine ours, Blackhole reader) {
        LineOutcome outcome = ours.engine.judge(next()).lines().getFirst();
        reader.consume(outcome.verdict());
        reader.consume(outcome.clauses());
    }

    /** The same, and the explanation made: each clause, fact, reading and counterfactual in both languages. */
    @Benchmark
    public Explanation suiteExplained(OurEngine ours) {
        return ours.engine.judge(next()).lines().getFirst().explanation();
    }

    /** The same, and the explanation written out as text, once in each language. */
    @Benchmark
    public void suiteWrittenOut(OurEngine ours, Blackhole reader) {
        Explanation explanation = suiteExplained(ours);
        reader.consume(explanation.text(Locale.ENGLISH));
        reader.consume(explanation.text(Locale.CHINESE));
    }

    /** Verdict and clauses. */
    @Benchmark
    public Answer camunda(CamundaEngine theirs) {
        return theirs.engine.decide(next());
    }

    /** Verdict and clauses. */
    @Benchmark
    public Answer drools(DroolsEngine theirs) {
        return theirs.engine.decide(next());
    }

    /** Loaded only where it is measured. */
    @State(Scope.Thread)
    public static class OurEngine {
        private final Suite engine = new Suite();
    }

    /** Measured only while it agrees. */
    @State(Scope.Thread)
    public static class CamundaEngine {
        private final Camunda engine = new Camunda();

        /** Once in each fork. */
        @Setup
        public void agree() {
            Agreement.check(engine, new Suite());
        }
    }

    /** Measured only while it agrees. */
    @State(Scope.Thread)
    public static class DroolsEngine {
        private final Drools engine = new Drools();

        /** Once in each fork. */
        @Setup
        public void agree() {
            Agreement.check(engine, new Suite());
        }
    }
}
