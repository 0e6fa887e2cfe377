package dev.aftersales.notifications.templates;

/** What somebody is told, one kind for each template. Holds ids and facts of the claim, never a person's data. */
public sealed interface News permits BatchNews, ClaimNews, DeadlineNews, PolicyNews, QuoteNews {

    /** The words for it. */
    Template template();
}
