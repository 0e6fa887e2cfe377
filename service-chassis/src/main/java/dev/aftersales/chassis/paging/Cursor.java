package dev.aftersales.chassis.paging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.aftersales.chassis.problems.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list ordered by an instant, newest first, with the id as tie-breaker. Opaque to callers.
 *
 * @param at the instant of the last item of the page before, to the millisecond, as the store keeps it
 */
public record Cursor(Instant at, String id) {

    /** The most items a page may have. */
    public static final int MAX_LIMIT = 200;

    /** The text that a caller hands back for the next page. */
    public String encode() {
        return OpaqueText.encode(at.toEpochMilli() + "|" + id);
    }

    /**
     * The place that a caller handed back.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-cursor}
     */
    public static Cursor decode(String text) {
        try {
            String plain = OpaqueText.decode(text);
            int bar = plain.indexOf('|');
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(plain.substring(0, bar))), plain.substring(bar + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw OpaqueText.refusal();
        }
    }

    /** Selects what comes after this place when sorted descending by {@code field} and {@code _id}. */
    public Bson after(String field) {
        Date date = Date.from(at);
        return or(lt(field, date), and(eq(field, date), lt("_id", id)));
    }

    /**
     * A limit asked for by a caller, within bounds.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-limit}
     */
    public static int limit(@Nullable Integer requested) {
        int limit = requested == null ? 50 : requested;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.status(400)
                    .type("bad-limit")
                    .title("The limit is out of bounds")
                    .detail("A page has 1 to " + MAX_LIMIT + " items; " + limit + " were asked for.")
                    .exception();
        }
        return limit;
    }

    /**
     * A page out of one item more than the limit.
     *
     * @param found at most {@code limit + 1} items
     */
    public static <F, T> Page<T> page(List<F> found, int limit, Function<F, Cursor> place, Function<F, T> view) {
        return Page.of(found, limit, last -> place.apply(last).encode(), view);
    }
}
