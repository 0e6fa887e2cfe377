package dev.aftersales.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the documents that queries look at, and says once for each shape of filter that it reads a whole collection. */
final class QueryWatch {

    private static final Logger log = LoggerFactory.getLogger(QueryWatch.class);
    private static final int SMALL_COLLECTION = 1_000;
    private static final int MOST_SHAPES = 1_000;

    private final LongAdder examined = new LongAdder();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void examinedOne() {
        examined.increment();
    }

    long examined() {
        return examined.sum();
    }

    void scans(String collection, int documents, Document filter, @Nullable Document sort) {
        if (documents <= SMALL_COLLECTION || told.size() >= MOST_SHAPES) {
            return;
        }
        String shape = shape(filter) + (sort == null ? "" : " sort " + sort);
        if (told.add(collection + " " + shape)) {
            log.warn("scan of {} ({} documents): no index serves {}", collection, documents, shape);
        }
    }

    /** The filter without its values, which may be personal data. */
    private static String shape(@Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            Map<String, String> shapes = new TreeMap<>();
            map.forEach((name, value) -> shapes.put(String.valueOf(name), shape(value)));
            return shapes.toString();
        }
        if (part instanceof Collection<?> parts && parts.stream().allMatch(Map.class::isInstance)) {
            return parts.stream().map(QueryWatch::shape).distinct().collect(Collectors.joining(",", "[", "]"));
        }
        return "?";
    }
}
