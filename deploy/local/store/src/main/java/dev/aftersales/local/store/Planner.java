package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the order to read for a query: the longest run of keys with equalities, then one range, then the sort. It
 * knows no statistics.
 */
final class Planner {

    private static final int MOST_SPANS = 500;
    private static final int FOR_EQUALITY = 8;
    private static final int FOR_RANGE = 4;
    private static final int FOR_SORT = 1;
    private static final int FOR_SORT_WITH_LIMIT = 6;

    private final List<KeyOrder> orders;

    Planner(List<KeyOrder> orders) {
        this.orders = orders;
    }

    /** The best plan; it reads everything where no index helps. */
    Plan plan(Document filter, @Nullable Document sort, boolean limited) {
        Constraints constraints = new Constraints(filter);
        return orders.stream()
                .filter(order -> order.holds(constraints))
                .map(order -> new Attempt(order, constraints, wishes(sort), limited).plan())
                .max(Comparator.comparingInt(Plan::score))
                .orElseThrow();
    }

    /** The candidates of an {@code $or} of which each branch has an index; null where there is none. */
    @Nullable
    Iterator<DocumentKey> union(Document filter) {
        for (List<Document> branches : new Constraints(filter).alternatives()) {
            List<Plan> plans =
                    branches.stream().map(branch -> plan(branch, null, false)).toList();
            if (plans.stream().allMatch(Plan::bounded)) {
                Set<DocumentKey> keys = new LinkedHashSet<>();
                plans.forEach(plan -> plan.candidates().forEachRemaining(keys::add));
                return keys.iterator();
            }
        }
        return null;
    }

    /** A key that the query sorts by, and its direction. */
    private record Wish(String path, boolean ascending) {}

    private static List<Wish> wishes(@Nullable Document sort) {
        List<Wish> wishes = new ArrayList<>();
        if (sort != null) {
            for (Map.Entry<String, Object> key : sort.entrySet()) {
                if (!key.getKey().equals("$natural") && key.getValue() instanceof Number direction) {
                    wishes.add(new Wish(key.getKey(), direction.intValue() > 0));
                }
            }
        }
        return wishes;
    }

    /** One order, tried for one query. */
    private static final class Attempt {

        private final KeyOrder order;
        private final List<IndexKey> keys;
        private final Constraints constraints;
        private final List<Wish> wishes;
        private final boolean limited;
        private List<byte[]> prefixes = new ArrayList<>(List.of(new byte[0]));
        private int firstMany = -1;
        private int equal;

        Attempt(KeyOrder order, Constraints constraints, List<Wish> wishes, boolean limited) {
            this.order = order;
            this.keys = order.order();
            this.constraints = constraints;
            this.wishes = wishes;
            this.limited = limited;
        }

        Plan plan() {
            boolean arrayUsed = takeEqualities();
            Constraints.@Nullable Values range = equal < keys.size() ? usable(equal, arrayUsed) : null;
            List<Plan.Span> spans =
                    prefixes.stream().map(prefix -> span(prefix, range)).toList();

            Boolean merged = wishes.isEmpty() ? null : direction(equal);
            Boolean chained = wishes.isEmpty() || firstMany < 0 ? null : direction(firstMany);
            boolean sorted = wishes.isEmpty() || merged != null || chained != null;
            boolean reverse = merged != null ? merged : chained != null && chained;
            int score = FOR_EQUALITY * equal
                    + (range == null ? 0 : FOR_RANGE)
                    + (sorted && !wishes.isEmpty() ? (limited ? FOR_SORT_WITH_LIMIT : FOR_SORT) : 0);
            return new Plan(order, spans, equal > 0 || range != null, sorted, merged != null, reverse, score);
        }

        private boolean takeEqualities() {
            boolean arrayUsed = false;
            while (equal < keys.size()) {
                Constraints.Values values = usable(equal, arrayUsed);
                List<byte[]> points = values == null ? null : values.points();
                if (points == null || prefixes.size() * points.size() > MOST_SPANS) {
                    break;
                }
                if (points.size() != 1 && firstMany < 0) {
                    firstMany = equal;
                }
                arrayUsed |= order.throughArray(equal);
                prefixes = extended(points, keys.get(equal).isAscending());
                equal++;
            }
            return arrayUsed;
        }

        private Constraints.@Nullable Values usable(int position, boolean arrayUsed) {
            Constraints.Values values = constraints.at(keys.get(position).getKey());
            // Two conditions may be met by two elements of an array: only one of them can bound the entries.
            boolean elsewhere = order.throughArray(position) && (arrayUsed || values != null && values.narrowed());
            return elsewhere ? null : values;
        }

        private List<byte[]> extended(List<byte[]> points, boolean ascending) {
            List<byte[]> ordered = ascending ? points : points.reversed();
            List<byte[]> result = new ArrayList<>(prefixes.size() * points.size());
            for (byte[] prefix : prefixes) {
                for (byte[] point : ordered) {
                    result.add(KeyBytes.joined(prefix, ascending ? point : KeyBytes.inverted(point)));
                }
            }
            return result;
        }

        private Plan.Span span(byte[] prefix, Constraints.@Nullable Values range) {
            if (range == null) {
                return new Plan.Span(prefix, prefix.length == 0 ? null : KeyBytes.after(prefix), prefix.length);
            }
            if (keys.get(equal).isAscending()) {
                return new Plan.Span(
                        KeyBytes.joined(prefix, range.low()), KeyBytes.joined(prefix, range.high()), prefix.length);
            }
            return new Plan.Span(
                    KeyBytes.joined(prefix, KeyBytes.after(KeyBytes.inverted(range.high()))),
                    KeyBytes.joined(prefix, KeyBytes.after(KeyBytes.inverted(range.low()))),
                    prefix.length);
        }

        /** Whether to read backwards so that the keys from {@code from} on give the wished order; null: they do not. */
        private @Nullable Boolean direction(int from) {
            @Nullable Boolean reverse = null;
            int key = from;
            for (Wish wish : wishes) {
                if (fixed(wish.path())) {
                    continue;
                }
                while (key < keys.size()
                        && !keys.get(key).getKey().equals(wish.path())
                        && fixed(keys.get(key).getKey())) {
                    key++;
                }
                boolean ascending;
                if (key < keys.size() && keys.get(key).getKey().equals(wish.path()) && !order.throughArray(key)) {
                    ascending = keys.get(key).isAscending();
                    key++;
                } else if (key == keys.size()
                        && order.endsWithId()
                        && wish.path().equals("_id")) {
                    ascending = true;
                    key++;
                } else {
                    return null;
                }
                boolean backwards = ascending != wish.ascending();
                if (reverse != null && reverse != backwards) {
                    return null;
                }
                reverse = backwards;
            }
            return reverse == null ? Boolean.FALSE : reverse;
        }

        private boolean fixed(String path) {
            Constraints.Values values = constraints.at(path);
            if (values == null || !values.single()) {
                return false;
            }
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i).getKey().equals(path)) {
                    return !order.throughArray(i);
                }
            }
            return false;
        }
    }
}
