package dev.aftersales.chassis.deadletters;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What many letters are about.
 *
 * @param counted letters that were looked at: the newest
 * @param complete whether these are all
 * @param groups the largest first, at most {@value #MOST_GROUPS}
 */
record Summary(int counted, boolean complete, List<Group> groups) {

    static final int MOST_GROUPS = 100;

    /** Letters that share topic, type and reason. */
    record Group(String topic, @Nullable String type, String reason, int count, Instant oldest, Instant newest) {

        private Group and(Group other) {
            return new Group(
                    topic,
                    type,
                    reason,
                    count + other.count,
                    oldest.isBefore(other.oldest) ? oldest : other.oldest,
                    newest.isAfter(other.newest) ? newest : other.newest);
        }
    }

    private record Sort(String topic, @Nullable String type, String reason) {}

    static Summary of(Iterable<Document> letters, int most) {
        Map<Sort, Group> groups = new HashMap<>();
        int counted = 0;
        for (Document letter : letters) {
            counted++;
            String topic = letter.getString("topic");
            String type = letter.getString("type");
            String reason = letter.getString("reason");
            Instant at = letter.getDate("buriedAt").toInstant();
            groups.merge(new Sort(topic, type, reason), new Group(topic, type, reason, 1, at, at), Group::and);
        }
        return new Summary(
                counted,
                counted < most,
                groups.values().stream()
                        .sorted(Comparator.comparingInt(Group::count).reversed().thenComparing(Group::newest))
                        .limit(MOST_GROUPS)
                        .toList());
    }
}
