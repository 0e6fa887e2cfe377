package dev.aftersales.chassis.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page that follows; absent on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** A page out of at most {@code limit + 1} items: the one too many only says that there is a next. */
    static <F, T> Page<T> of(List<F> found, int limit, Function<F, String> next, Function<F, T> view) {
        boolean more = found.size() > limit;
        List<F> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown.stream().map(view).toList(), more ? next.apply(shown.getLast()) : null);
    }
}
