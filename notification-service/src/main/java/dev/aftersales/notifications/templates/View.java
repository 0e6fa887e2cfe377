package dev.aftersales.notifications.templates;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the templates can name. */
final class View {

    /** A letter names so many units one by one; the rest are counted. */
    static final int NAMED = 20;

    private final Language language;
    private final @Nullable String link;
    private final Instant at;

    /** @param at business time at which the letter is written */
    View(Language language, @Nullable String link, Instant at) {
        this.language = language;
        this.link = link;
        this.at = at;
    }

    Map<String, Object> of(News news, @Nullable String claim, String vendorName, String name) {
        Map<String, Object> view = new LinkedHashMap<>(
                switch (news) {
                    case ClaimNews told -> new ClaimView(language).of(told);
                    case QuoteNews told -> new QuoteView(language).of(told);
                    case DeadlineNews told -> new DeadlineView(language, at).of(told);
                    case PolicyNews told -> new PolicyView(language).of(told);
                    case BatchNews told -> new BatchView(language, at).of(told);
                });
        if (claim != null) {
            view.put("claim", claim);
        }
        if (link != null) {
            view.put("link", link);
        }
        view.put("vendor", vendorName);
        view.put("name", name);
        return view;
    }
}
