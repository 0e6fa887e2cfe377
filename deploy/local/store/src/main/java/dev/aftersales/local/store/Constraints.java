package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about single paths, as far as an index can use it: necessary conditions only, so the filter itself
 * is still to be checked. {@code $and} is flattened; of an {@code $or} remains the hull of its branches.
 */
final class Constraints {

    private final Map<String, Values> byPath = new HashMap<>();
    private final Map<String, List<@Nullable Object>> stated = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private final List<List<Document>> alternatives = new ArrayList<>();
    private boolean onlyEqualities = true;

    Constraints(Document filter) {
        read(filter, "");
        for (List<Document> branches : alternatives) {
            hull(branches).forEach((path, range) -> byPath.merge(path, range, Values::and));
        }
    }

    /**
     * The values that a path may have: some points, or what lies from {@code low} to before {@code high} in the order of
     * {@link KeyBytes}.
     */
    record Values(@Nullable List<byte[]> points, byte[] low, byte[] high, boolean narrowed) {

        /** {@code narrowed}: by several conditions, which different elements of an array may fulfil. */
        Values {}

        Values(@Nullable List<byte[]> points, byte[] low, byte[] high) {
            this(points, low, high, false);
        }

        static Values of(List<byte[]> points) {
            List<byte[]> sorted =
                    points.stream().sorted(Arrays::compareUnsigned).toList();
            byte[] low = sorted.isEmpty() ? new byte[0] : sorted.getFirst();
            byte[] high = sorted.isEmpty() ? new byte[0] : KeyBytes.after(sorted.getLast());
            return new Values(sorted, low, high);
        }

        Values and(Values other) {
            if (points != null && other.points != null) {
                return points.size() <= other.points.size() ? this : other;
            }
            if (points != null || other.points != null) {
                return points != null ? this : other;
            }
            return new Values(null, greater(low, other.low), less(high, other.high), true);
        }

        Values or(Values other) {
            return new Values(null, less(low, other.low), greater(high, other.high), narrowed || other.narrowed);
        }

        boolean single() {
            return points != null && points.size() == 1;
        }

        private static byte[] greater(byte[] a, byte[] b) {
            return Arrays.compareUnsigned(a, b) >= 0 ? a : b;
        }

        private static byte[] less(byte[] a, byte[] b) {
            return Arrays.compareUnsigned(a, b) <= 0 ? a : b;
        }
    }

    @Nullable
    Values at(String path) {
        return byPath.get(path);
    }

    Set<String> paths() {
        return byPath.keySet();
    }

    /** The branches of each {@code $or}. */
    List<List<Document>> alternatives() {
        return alternatives;
    }

    /** Whether the filter is a conjunction of equalities with one value each, and nothing else. */
    boolean onlyEqualities() {
        return onlyEqualities;
    }

    /** Whether a document can only match if it has the path, with a value other than null. */
    boolean needsPresence(String path) {
        return present.contains(path);
    }

    /** Whether whatever matches also matches {@code partial}, as far as that is plain to see. */
    boolean imply(Document partial) {
        return partial.entrySet().stream().allMatch(condition -> {
            List<@Nullable Object> said = stated.getOrDefault(condition.getKey(), List.of());
            boolean onlyExists = condition.getValue() instanceof Document d
                    && d.keySet().equals(Set.of("$exists"))
                    && Objects.equals(d.get("$exists"), true);
            return said.contains(condition.getValue()) || onlyExists && needsPresence(condition.getKey());
        });
    }

    private void read(Document filter, String prefix) {
        for (Map.Entry<String, Object> condition : filter.entrySet()) {
            String name = condition.getKey();
            Object wanted = condition.getValue();
            if (name.equals("$and") && wanted instanceof Collection<?> parts) {
                parts.forEach(part -> read((Document) part, prefix));
            } else if (name.equals("$or") && prefix.isEmpty() && wanted instanceof Collection<?> branches) {
                onlyEqualities = false;
                alternatives.add(branches.stream().map(Document.class::cast).toList());
            } else if (name.startsWith("$")) {
                onlyEqualities = false;
            } else {
                condition(prefix + name, wanted);
            }
        }
    }

    private void condition(String path, @Nullable Object wanted) {
        stated.computeIfAbsent(path, p -> new ArrayList<>()).add(wanted);
        if (wanted instanceof Document operators && operators.keySet().stream().anyMatch(k -> k.startsWith("$"))) {
            if (!operators.keySet().equals(Set.of("$eq"))) {
                onlyEqualities = false;
            }
            operators.forEach((operator, operand) -> operator(path, operator, operand));
        } else {
            equality(path, wanted);
        }
    }

    private void operator(String path, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> equality(path, operand);
            case "$in" -> {
                if (operand instanceof Collection<?> values && values.stream().allMatch(Constraints::isPoint)) {
                    constrain(path, Values.of(values.stream().map(KeyBytes::of).toList()));
                    if (values.stream().noneMatch(Missing::isNullOrMissing)) {
                        present.add(path);
                    }
                }
            }
            case "$gt", "$gte", "$lt", "$lte" -> range(path, operator, operand);
            case "$elemMatch" -> {
                onlyEqualities = false;
                if (operand instanceof Document element) {
                    boolean scalar = element.keySet().stream().anyMatch(k -> k.startsWith("$"));
                    if (scalar) {
                        element.forEach((inner, value) -> operator(path, inner, value));
                    } else {
                        read(element, path + ".");
                    }
                    present.add(path);
                }
            }
            case "$exists" -> {
                if (Objects.equals(operand, true)) {
                    present.add(path);
                }
            }
            default -> onlyEqualities = false;
        }
    }

    private void equality(String path, @Nullable Object wanted) {
        if (!isPoint(wanted)) {
            onlyEqualities = false;
            return;
        }
        constrain(path, Values.of(List.of(KeyBytes.of(wanted))));
        if (!Missing.isNullOrMissing(wanted)) {
            present.add(path);
        }
    }

    private void range(String path, String operator, @Nullable Object operand) {
        if (!isPoint(operand) || Missing.isNullOrMissing(operand) || operand instanceof Document) {
            return;
        }
        byte[] bytes = KeyBytes.of(operand);
        byte[] type = KeyBytes.typeStart(bytes);
        constrain(
                path,
                switch (operator) {
                    case "$gt" -> new Values(null, KeyBytes.after(bytes), KeyBytes.after(type));
                    case "$gte" -> new Values(null, bytes, KeyBytes.after(type));
                    case "$lt" -> new Values(null, type, bytes);
                    default -> new Values(null, type, KeyBytes.after(bytes));
                });
        present.add(path);
    }

    private void constrain(String path, Values values) {
        byPath.merge(path, values, Values::and);
    }

    private static Map<String, Values> hull(List<Document> branches) {
        @Nullable Map<String, Values> hull = null;
        for (Document branch : branches) {
            Map<String, Values> next = new Constraints(branch).byPath;
            if (hull == null) {
                hull = new HashMap<>(next);
            } else {
                hull.keySet().retainAll(next.keySet());
                hull.replaceAll((path, values) -> values.or(Objects.requireNonNull(next.get(path))));
            }
        }
        return hull == null ? Map.of() : hull;
    }

    private static boolean isPoint(@Nullable Object value) {
        return !(value instanceof Collection
                || value instanceof BsonRegularExpression
                || value instanceof MinKey
                || value instanceof MaxKey
                || value instanceof Document document
                        && document.keySet().stream().anyMatch(k -> k.startsWith("$")));
    }
}
