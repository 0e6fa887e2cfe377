package dev.aftersales.failpoints;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code reaction-throws}: a reaction ends with an {@code Error} for aggregates whose id begins so. */
final class ReactionThrows implements Interception {

    private final String prefix;
    private final Journal journal;

    private ReactionThrows(String prefix, Journal journal) {
        this.prefix = prefix;
        this.journal = journal;
    }

    static List<Failpoint> of(Spec spec, Journal journal) {
        return List.of(new Failpoint(
                Target.of(spec.text("class"), "react", 1), new ReactionThrows(spec.text("prefix"), journal), journal));
    }

    @Override
    public boolean skips(@Nullable Object self, @Nullable Object[] arguments) {
        if (!Foreign.value(arguments[0], "subject").toString().startsWith(prefix)) {
            return false;
        }
        journal.hit("event", Foreign.value(arguments[0], "eventId"));
        throw new StackOverflowError("failpoint");
    }
}
