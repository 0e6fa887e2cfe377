package dev.aftersales.failpoints;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** {@code effect-dropped}: a reaction lets every n-th record pass without effect. */
final class EffectDropped implements Interception {

    private final int nth;
    private final Journal journal;
    private final AtomicInteger heard = new AtomicInteger();

    private EffectDropped(int nth, Journal journal) {
        this.nth = nth;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(
                Target.of(spec.text("class"), "react", 1), new EffectDropped(spec.number("nth", 1), journal), journal));
    }

    @Override
    public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
        if (heard.incrementAndGet() % nth != 0) {
            return false;
        }
        journal.hit("event", Foreign.value(arguments[0], "eventId"));
        return true;
    }
}
