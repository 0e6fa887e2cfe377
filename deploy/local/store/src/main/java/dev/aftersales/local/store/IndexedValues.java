package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a document has at dotted paths, as an index sees them: each element of an array is a value of its own,
 * and values of one array element stay together.
 */
final class IndexedValues {

    private final List<String> paths;

    IndexedValues(List<String> paths) {
        this.paths = paths;
    }

    /**
     * One row for each combination, with one value for each path.
     *
     * @throws CannotIndexParallelArraysError if two paths lead through different arrays (MongoDB error 171)
     */
    List<List<Object>> rows(Document document) {
        @Nullable String shared = null;
        for (String path : paths) {
            String array = arrayOn(document, path);
            if (array == null) {
                continue;
            }
            if (shared != null && !shared.equals(array)) {
                throw new CannotIndexParallelArraysError(List.of(shared, array));
            }
            shared = array;
        }
        if (shared == null) {
            List<Object> row = new ArrayList<>(paths.size());
            for (String path : paths) {
                row.add(at(document, path));
            }
            return List.of(row);
        }
        return expanded(document, shared);
    }

    /** Whether the document has any of the paths. */
    boolean present(Document document) {
        return paths.stream().anyMatch(path -> all(document, path).stream().anyMatch(v -> !(v instanceof Missing)));
    }

    /** Every value at the path, arrays opened. */
    static Set<Object> all(@Nullable Object from, String path) {
        Set<Object> values = new LinkedHashSet<>();
        collect(from, path, values);
        return values;
    }

    private List<List<Object>> expanded(Document document, String array) {
        List<List<Object>> rows = new ArrayList<>();
        Object found = at(document, array);
        Collection<?> elements = found instanceof Collection<?> c && !c.isEmpty() ? c : List.of(KeyBytes.EMPTY_ARRAY);
        for (Object element : elements) {
            List<List<Object>> partial = List.of(List.of());
            for (String path : paths) {
                partial = times(partial, valuesOf(document, element, path, array));
            }
            rows.addAll(partial);
        }
        return rows;
    }

    private static Collection<Object> valuesOf(Document document, @Nullable Object element, String path, String array) {
        if (path.equals(array)) {
            return List.of(element == null ? Missing.getInstance() : element);
        }
        if (path.startsWith(array + ".")) {
            return all(element, path.substring(array.length() + 1));
        }
        return List.of(at(document, path));
    }

    private static List<List<Object>> times(List<List<Object>> rows, Collection<Object> values) {
        List<List<Object>> result = new ArrayList<>(rows.size() * values.size());
        for (List<Object> row : rows) {
            for (Object value : values) {
                List<Object> longer = new ArrayList<>(row);
                longer.add(value);
                result.add(longer);
            }
        }
        return result;
    }

    static @Nullable String arrayOn(Document document, String path) {
        Object current = document;
        int from = 0;
        while (true) {
            int dot = path.indexOf('.', from);
            String name = dot < 0 ? path.substring(from) : path.substring(from, dot);
            if (!(current instanceof Document parent)) {
                return null;
            }
            current = parent.get(name);
            if (current instanceof Collection) {
                return dot < 0 ? path : path.substring(0, dot);
            }
            if (dot < 0) {
                return null;
            }
            from = dot + 1;
        }
    }

    private static Object at(Document document, String path) {
        Object current = document;
        for (String name : path.split("\\.")) {
            if (!(current instanceof Document parent)) {
                return Missing.getInstance();
            }
            current = parent.getOrMissing(name);
        }
        return current == null ? Missing.getInstance() : current;
    }

    private static void collect(@Nullable Object from, String path, Set<Object> values) {
        if (from instanceof Collection<?> elements) {
            elements.stream().filter(Document.class::isInstance).forEach(element -> collect(element, path, values));
            return;
        }
        if (!(from instanceof Document parent)) {
            values.add(Missing.getInstance());
            return;
        }
        int dot = path.indexOf('.');
        if (dot >= 0) {
            collect(parent.getOrMissing(path.substring(0, dot)), path.substring(dot + 1), values);
            return;
        }
        Object value = parent.getOrMissing(path);
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> values.add(element == null ? Missing.getInstance() : element));
            if (elements.isEmpty()) {
                values.add(KeyBytes.EMPTY_ARRAY);
            }
        } else {
            values.add(value == null ? Missing.getInstance() : value);
        }
    }
}
