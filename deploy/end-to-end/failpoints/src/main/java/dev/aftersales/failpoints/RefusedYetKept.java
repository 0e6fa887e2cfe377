package dev.aftersales.failpoints;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code refused-yet-kept}: every n-th claim is stored and nevertheless answered with 422. */
final class RefusedYetKept implements Interception {

    private static final String CONTROLLER = "dev.aftersales.claims.claims.ClaimsController";

    private final int nth;
    private final Journal journal;
    private final AtomicInteger accepted = new AtomicInteger();

    private RefusedYetKept(int nth, Journal journal) {
        this.nth = nth;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(
                Target.of(CONTROLLER, "answer", 1), new RefusedYetKept(spec.number("nth", 1), journal), journal));
    }

    @Override
    public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
        if (accepted.incrementAndGet() % nth != 0) {
            return false;
        }
        Object answer = Foreign.value(arguments[0], "answer");
        journal.hit("claim", Foreign.value(answer, "location"));
        throw refusal(answer.getClass().getClassLoader());
    }

    private static RuntimeException refusal(ClassLoader loader) {
        try {
            Object problem = Foreign.callAs(
                    Class.forName(CONTROLLER, false, loader),
                    null,
                    "unprocessable",
                    "failpoint",
                    "contractNumber",
                    "The claim is refused",
                    "It is kept all the same: a fault of a test.");
            if (problem instanceof RuntimeException refused) {
                return refused;
            }
            throw new IllegalStateException("a refusal is no exception: " + problem);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
