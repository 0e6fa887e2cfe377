package dev.aftersales.failpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {

    private static final String CHASSIS = "dev.aftersales.chassis.";
    private static final String CLAIMS = "dev.aftersales.claims.claims.";
    private static final TypePool SERVICES = TypePool.Default.of(new ServiceClasses());

    static Stream<Target> targets() {
        Stream<String> named = Stream.of(
                "crash-before-mark:hits=1:file=x",
                "no-unique-key:file=x",
                "acknowledge-before-effect:file=x",
                "outbox-in-a-second-write:file=x",
                "reordered-sends:file=x",
                "refused-yet-kept:file=x",
                "repeat-deliveries:file=x",
                "effect-dropped:class=dev.aftersales.logistics.reactions.OnServiceAuthorised:file=x",
                "reaction-throws:class=dev.aftersales.logistics.reactions.OnCustomerUpdated:prefix=x:file=x");
        Stream<String> steps = Arrays.stream(StockStep.values()).map(step -> step.crash(Path.of("x"), Path.of("y")));
        Stream<String> due = Arrays.stream(DueStep.values()).map(step -> step.crash(1, Path.of("x"), Path.of("y")));
        return Stream.of(named, steps, due)
                .flatMap(specifications -> specifications)
                .flatMap(specification -> Spec.all(specification).stream())
                .flatMap(spec -> Faults.of(spec, new Journal(spec)).stream())
                .map(Failpoint::target)
                .distinct();
    }

    static Stream<Target> asked() {
        return Stream.of(
                Target.of(CHASSIS + "outbox.Lane", "key", 0),
                Target.of(CHASSIS + "outbox.Lane$Key", "collection", 0),
                Target.of(CHASSIS + "outbox.Lane$Key", "id", 0),
                Target.of(CHASSIS + "aggregate.OutboxEntry", "id", 0),
                Target.of(CHASSIS + "aggregate.OutboxEntry", "sequence", 0),
                Target.of(CHASSIS + "events.Received", "eventId", 0),
                Target.of(CHASSIS + "events.Received", "subject", 0),
                Target.of(CLAIMS + "Submission$Accepted", "answer", 0),
                Target.of(CLAIMS + "FirstAnswer", "location", 0),
                Target.of(CLAIMS + "ClaimsController", "unprocessable", 4));
    }

    @ParameterizedTest
    @MethodSource({"targets", "asked"})
    void everyFaultNamesMethodsThatTheServicesHave(Target target) {
        TypePool.Resolution found = SERVICES.describe(target.className());

        assertThat(found.isResolved()).as("class of %s", target).isTrue();
        assertThat(found.resolve().getDeclaredMethods().filter(target.matcher()))
                .as("methods of %s", target)
                .hasSize(1);
    }
}
