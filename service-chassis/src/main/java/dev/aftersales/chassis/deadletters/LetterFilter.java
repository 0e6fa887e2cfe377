package dev.aftersales.chassis.deadletters;

import com.mongodb.client.model.Filters;
import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; each part that is there must be met exactly, and is not blank: that would be a slip, and
 * never what is meant.
 *
 * @param consumer the consumer group
 * @param reason as it stands on the letters
 * @param key of the records: one aggregate
 */
record LetterFilter(
        @Nullable @Pattern(regexp = SOMETHING, message = BLANK)
        String topic,

        @Nullable @Pattern(regexp = SOMETHING, message = BLANK)
        String consumer,

        @Nullable @Pattern(regexp = SOMETHING, message = BLANK)
        String type,

        @Nullable @Pattern(regexp = SOMETHING, message = BLANK)
        String reason,

        @Nullable @Pattern(regexp = SOMETHING, message = BLANK)
        String key) {

    private static final String SOMETHING = "(?s).*\\S.*";
    private static final String BLANK = "must not be blank; leave it out to mean any";

    static final LetterFilter ALL = new LetterFilter(null, null, null, null, null);

    boolean isEmpty() {
        return equals(ALL);
    }

    /** Each part but the consumer has an index of its own beside the status; a consumer hears one topic. */
    Bson among(Status status, Bson... more) {
        List<Bson> parts = new ArrayList<>(List.of(Filters.eq("status", status.name())));
        add(parts, "topic", topic == null && consumer != null ? consumer.substring(consumer.indexOf('.') + 1) : topic);
        add(parts, "consumer", consumer);
        add(parts, "type", type);
        add(parts, "reason", reason);
        add(parts, "key", key);
        parts.addAll(List.of(more));
        return Filters.and(parts);
    }

    private static void add(List<Bson> parts, String field, @Nullable String value) {
        if (value != null) {
            parts.add(Filters.eq(field, value));
        }
    }
}
