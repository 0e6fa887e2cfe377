package dev.aftersales.notifications.templates;

import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.Verdict;
import dev.aftersales.contracts.events.claims.CoverageDecided;
import dev.aftersales.contracts.events.claims.Promised;
import java.time.Instant;
import java.util.List;

/** What the templates make of news about one claim, without a portal and with one. */
final class WrittenWords {

    static final String CLAIM = "clm-8d2f6c1e";

    static final Instant WRITTEN = Instant.parse("2026-11-21T13:05:30Z");
    static final String LINK = "http://localhost:8080/claims/" + CLAIM;

    /** Links to no portal. */
    static final Templates TEMPLATES = new Templates(new TemplateSettings(null));

    static final Templates LINKING = new Templates(new TemplateSettings("http://localhost:8080/claims/{id}"));

    static DeadlineNews.Deadline deadline(String stop) {
        return deadline(
                new Promised("APPLICATION_ACCEPTED", stop, new CoverageDecided.Words("the end is reached", "已到终点")),
                "D4.2b",
                Instant.parse("2026-06-20T15:59:59Z"));
    }

    static DeadlineNews.Deadline deadline(Promised promise, String clause, Instant dueAt) {
        return new DeadlineNews.Deadline("exporter-2026-01", clause, promise, List.of(1, 2), dueAt, "Asia/Shanghai");
    }

    static ClaimNews.CoverageDecided decided(ClaimNews.CoverageDecided.Line... lines) {
        return new ClaimNews.CoverageDecided("exporter-2026-01", List.of(lines), null, null, null);
    }

    static ClaimNews.CoverageDecided.Line line(int line, Verdict verdict, Route route) {
        return new ClaimNews.CoverageDecided.Line(line, "S-" + line, verdict, route, List.of("A2.0"), null);
    }

    static Words words(News news, String language) {
        return TEMPLATES.words(news, CLAIM, "exporter", "Exporter After-Sales", "Maria Nordwind", language, WRITTEN);
    }

    private WrittenWords() {}
}
