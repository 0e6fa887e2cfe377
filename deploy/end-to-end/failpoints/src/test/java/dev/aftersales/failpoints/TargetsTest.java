package dev.aftersales.failpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {

    private static final TypePool SERVICES = TypePool.Default.of(new ServiceClasses());

    static Stream<Target> targets() {
        Stream<String> named = Stream.of(
                "crash-before-mark:hits=1:file=x", "no-unique-key:file=x", "acknowledge-before-effect:file=x");
        Stream<String> steps = Arrays.stream(StockStep.values()).map(step -> step.crash(Path.of("x")));
        return Stream.concat(named, steps)
                .flatMap(specification -> Spec.all(specification).stream())
                .flatMap(spec -> Faults.of(spec, new Journal(spec)).stream())
                .map(Failpoint::target)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyFaultNamesAMethodThatTheServicesHave(Target target) {
        TypePool.Resolution found = SERVICES.describe(target.className());

        assertThat(found.isResolved()).as("class of %s", target).isTrue();
        assertThat(found.resolve().getDeclaredMethods().filter(target.matcher()))
                .as("methods of %s", target)
                .hasSize(1);
    }
}
