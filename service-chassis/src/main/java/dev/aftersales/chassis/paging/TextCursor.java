package dev.aftersales.chassis.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A place in a list ordered by a text that no two items share. Opaque to callers.
 *
 * @param text of the last item of the page before
 */
public record TextCursor(String text) {

    /** The text that a caller hands back for the next page. */
    public String encode() {
        return OpaqueText.encode(text);
    }

    /**
     * The place that a caller handed back.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-cursor}
     */
    public static TextCursor decode(String text) {
        try {
            return new TextCursor(OpaqueText.decode(text));
        } catch (IllegalArgumentException e) {
            throw OpaqueText.refusal();
        }
    }

    /**
     * The same, in a list whose texts all begin alike: a place in another list is none of this one's.
     *
     * @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-cursor}
     */
    public static TextCursor decode(String text, String beginning) {
        TextCursor place = decode(text);
        if (!place.text().startsWith(beginning)) {
            throw OpaqueText.refusal();
        }
        return place;
    }

    /**
     * A page out of one item more than the limit.
     *
     * @param found at most {@code limit + 1} items
     */
    public static <F, T> Page<T> page(List<F> found, int limit, Function<F, TextCursor> place, Function<F, T> view) {
        return Page.of(found, limit, last -> place.apply(last).encode(), view);
    }
}
