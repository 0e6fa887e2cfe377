package dev.aftersales.claims.calendars;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.util.ResourceUtil;
import dev.aftersales.chassis.languages.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What holidays are called. The library has no Chinese names; those of the most usual ones stand beside the calendars. */
final class HolidayNames {

    private static final String FILE = "/calendars/library/holiday-names.yaml";

    private final Map<String, String> zh;

    private HolidayNames(Map<String, String> zh) {
        this.zh = Map.copyOf(zh);
    }

    static HolidayNames load() {
        try (InputStream in = Objects.requireNonNull(HolidayNames.class.getResourceAsStream(FILE), FILE)) {
            return new HolidayNames(new YAMLMapper().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** In English and, where it is known, Chinese; else English for both. */
    Text of(Holiday holiday) {
        // The root is English; any other language would fall back to the machine's.
        String en = holiday.getDescription(Locale.ROOT);
        if (en.equals(ResourceUtil.UNDEFINED)) {
            return new Text("Public holiday", "公众假日");
        }
        return new Text(en, zh.getOrDefault(holiday.getPropertiesKey(), en));
    }
}
