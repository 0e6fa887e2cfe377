package dev.aftersales.claims.adjudication.rules;

import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service other than repair that an owner may ask for.
 *
 * @param readings all on which it rests, the one above first
 * @param service its name
 * @param price while it is granted
 * @param after what it costs afterwards; absent when it is not to be had then
 * @param granted in which times; any one suffices
 * @param every how often; absent when there is no such limit
 * @param first how long after the first day it falls due first; absent when that is as long as from one to the next
 * @param days on which it is there; empty when on all or when it has no hours
 * @param from the time of the day at which it begins there; absent when it has no hours
 * @param to the time of the day at which it ends there; {@link LocalTime#MAX} for the end of the day
 * @param when what must hold beside
 * @param orContract the contract term that grants it where {@code when} does not hold; without any {@code when}
 *     nothing else does
 * @param note a code of what is to be said beside
 */
public record EntitlementRule(
        String clause,
        @Nullable String reading,
        List<String> readings,
        String service,
        Price price,
        @Nullable Price after,
        List<While> granted,
        @Nullable Period every,
        @Nullable Period first,
        List<String> days,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        List<Condition> when,
        @Nullable String orContract,
        List<String> channels,
        List<String> topics,
        @Nullable String language,
        List<String> documents,
        @Nullable String note) {

    /** How people write {@link LocalTime#MAX}. */
    public static final String END_OF_DAY = "24:00";

    public EntitlementRule {
        readings = List.copyOf(readings);
        granted = List.copyOf(granted);
        days = List.copyOf(days);
        when = List.copyOf(when);
        channels = List.copyOf(channels);
        topics = List.copyOf(topics);
        documents = List.copyOf(documents);
    }

    /** How long after the first day it falls due first; absent when it has no regular dates. */
    public @Nullable Period firstAfter() {
        return first == null ? every : first;
    }

    /** What it costs. */
    public enum Price {
        FREE,
        PAID
    }

    /** In which times. */
    public enum While {
        IN_TERM,
        LIFETIME,
        SERVICE_AGREEMENT,
        BULK_ORDER,
        PAID_YEAR,
        ALWAYS
    }
}
