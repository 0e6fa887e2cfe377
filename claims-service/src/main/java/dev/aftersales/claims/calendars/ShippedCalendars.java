package dev.aftersales.claims.calendars;

import dev.aftersales.chassis.calendars.CalendarDefinition;
import dev.aftersales.chassis.calendars.CalendarVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The calendars that come with the service, {@code calendars/<id>.yaml}: the first version of each, for every vendor. */
final class ShippedCalendars {

    private static final String FOLDER = "calendars/";
    private static final String SUFFIX = ".yaml";

    private final SortedMap<String, CalendarDefinition> byId = new TreeMap<>();

    private ShippedCalendars() {}

    /**
     * Reads every calendar on the class path.
     *
     * @throws IllegalStateException when one is wrong
     */
    static ShippedCalendars load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        ShippedCalendars shipped = new ShippedCalendars();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + SUFFIX)) {
                String file = Objects.requireNonNull(resource.getFilename());
                String id = file.substring(0, file.length() - SUFFIX.length());
                shipped.byId.put(id, read(yaml, resource, id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("calendars cannot be read", e);
        }
        return shipped;
    }

    private static CalendarDefinition read(YAMLMapper yaml, Resource resource, String id) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return yaml.readValue(in, CalendarBody.class).as(new CalendarVersion(id, 1));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IllegalStateException(FOLDER + id + SUFFIX + " is no calendar: " + e.getMessage(), e);
        }
    }

    Optional<CalendarDefinition> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    SortedSet<String> ids() {
        return new TreeSet<>(byId.keySet());
    }
}
