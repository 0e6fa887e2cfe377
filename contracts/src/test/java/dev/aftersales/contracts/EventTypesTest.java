package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class EventTypesTest {

    static final List<Class<? extends Event>> EVENTS = EventTypes.ALL;

    @Test
    void registersEveryRecordThatHasAContract() throws IOException, URISyntaxException, ClassNotFoundException {
        List<Class<?>> contracted = new ArrayList<>();
        for (String name : compiledClasses()) {
            Class<?> type = Class.forName(name);
            if (type.isAnnotationPresent(EventContract.class)) {
                contracted.add(type);
            }
        }

        assertThat(contracted).isNotEmpty().containsExactlyInAnyOrderElementsOf(EventTypes.ALL);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void typeIsOwnerAndFactAsTheTreeNamesThem(Class<? extends Event> event) {
        String owner = event.getPackageName().substring(event.getPackageName().lastIndexOf('.') + 1);
        String fact =
                event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);

        assertThat(EventTypes.typeOf(event)).isEqualTo(owner + "." + fact + ".v1");
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void recordIsFoundByItsType(Class<? extends Event> event) {
        assertThat(EventTypes.named(EventTypes.typeOf(event))).contains(event);
    }

    @Test
    void doesNotKnowALaterVersion() {
        assertThat(EventTypes.named("claims.claim-submitted.v2")).isEmpty();
    }

    @Test
    void refusesClassWithoutContract() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.typeOf(Event.class));
    }

    private static List<String> compiledClasses() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Event.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
    }
}
