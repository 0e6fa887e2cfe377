package dev.aftersales.notifications.templates;

import com.samskivert.mustache.Mustache;
import dev.aftersales.notifications.teams.Team;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Puts news into words. The texts are Mustache resources, {@code templates/<language>/<template>.subject.mustache} and
 * {@code .txt.mustache}.
 *
 * <p>What several texts say stands beside them, in {@code templates/<language>/<words>.mustache}, and what a vendor's
 * policy promises in {@code templates/<language>/<vendor>/<promise>.mustache}. Either is taken in where a text names it as
 * a partial; a vendor without that promise makes none. A tag without a value is
 * an error and not a gap in a letter.
 */
@Component
@EnableConfigurationProperties(TemplateSettings.class)
public class Templates {

    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern TRAILING_SPACE = Pattern.compile("[ \t\r]+\n");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private final TemplateSettings settings;
    private final Map<String, com.samskivert.mustache.Template> compiled = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    Templates(TemplateSettings settings) {
        this.settings = settings;
    }

    /**
     * The words for a piece of news.
     *
     * @param claim that the news are about; absent where they are about none
     * @param vendorName how the vendor signs
     * @param name of the recipient, as the contact gives it
     * @param languageTag the recipient's language; English where there are no templates for it
     * @param at business time at which it is written
     */
    public Words words(
            News news,
            @Nullable String claim,
            String vendor,
            String vendorName,
            String name,
            String languageTag,
            Instant at) {
        if (!VENDOR.matcher(vendor).matches()) {
            throw new IllegalArgumentException("not a vendor: " + vendor);
        }
        Language language = Language.of(languageTag);
        Map<String, Object> view = new View(language, claim == null ? null : settings.linkTo(claim), at)
                .of(news, claim, vendorName, PlainText.line(name));
        String file = language.tag() + "/" + news.template().id();
        String subject = template(file + ".subject", language, vendor).execute(view);
        String body = template(file + ".txt", language, vendor).execute(view);
        return new Words(PlainText.line(subject), tidy(body), language.tag());
    }

    /** How those of the vendor are addressed who have a role. */
    public String nameOf(Team team, String languageTag) {
        return Language.of(languageTag).name(team);
    }

    /** A value of others' making as it may stand in a header. */
    public String oneLine(String value) {
        return PlainText.line(value);
    }

    /** A partial that a vendor does not have leaves no gap. */
    private static String tidy(String body) {
        String trimmed = TRAILING_SPACE.matcher(body.strip()).replaceAll("\n");
        return EMPTY_LINES.matcher(trimmed).replaceAll("\n\n") + "\n";
    }

    private com.samskivert.mustache.Template template(String file, Language language, String vendor) {
        return compiled.computeIfAbsent(file + "@" + vendor, key -> Mustache.compiler()
                .withEscaper(PlainText::line)
                .withLoader(partial -> partial(language, vendor, partial))
                .compile(text(file)));
    }

    private Reader partial(Language language, String vendor, String partial) {
        String shared = textOrEmpty(language.tag() + "/" + partial);
        return new StringReader(shared.isEmpty() ? textOrEmpty(language.tag() + "/" + vendor + "/" + partial) : shared);
    }

    private String text(String file) {
        String text = textOrEmpty(file);
        if (text.isEmpty()) {
            throw new IllegalStateException("there is no template " + file);
        }
        return text;
    }

    private String textOrEmpty(String file) {
        return texts.computeIfAbsent(file, Templates::read);
    }

    private static String read(String file) {
        try (InputStream resource = Templates.class.getResourceAsStream("/templates/" + file + ".mustache")) {
            return resource == null ? "" : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
