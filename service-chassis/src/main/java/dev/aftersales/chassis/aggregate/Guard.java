package dev.aftersales.chassis.aggregate;

import com.mongodb.client.model.Filters;
import dev.aftersales.chassis.events.Received;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps an aggregate from handling an event twice. Our own events are guarded by the last sequence handled of each source
 * aggregate; a partner's, which have no sequence, by source and id, which together are unique (CloudEvents 1.0).
 *
 * <p>Of a partner's events each aggregate remembers the last ones only. An event that comes again after more others than
 * that is handled again, so what a partner's event does must be harmless when it is done twice: the domain asks whether
 * the parcel has been accepted already, and does not count scans.
 */
sealed interface Guard {

    static Guard of(Received<?> cause) {
        return cause.sequence() != null
                ? new BySequence("seen." + key(cause.topic().topicName() + "/" + cause.subject()), cause.sequence())
                : new ById(cause.source(), cause.eventId());
    }

    boolean hasSeen(Document document);

    Bson unseen();

    void mark(Document set, Document push, int keep);

    void markIn(Document document);

    record BySequence(String field, long sequence) implements Guard {

        @Override
        public boolean hasSeen(Document document) {
            Document seen = document.get("seen", Document.class);
            Number last = seen == null ? null : seen.get(name(), Number.class);
            return last != null && last.longValue() >= sequence;
        }

        @Override
        public Bson unseen() {
            return Filters.not(Filters.gte(field, sequence));
        }

        @Override
        public void mark(Document set, Document push, int keep) {
            set.append(field, sequence);
        }

        @Override
        public void markIn(Document document) {
            document.append("seen", new Document(name(), sequence));
        }

        private String name() {
            return field.substring("seen.".length());
        }
    }

    /** Kept as {@code <source> <id>}; no source holds a space, so that no two pairs look alike. */
    record ById(String source, String eventId) implements Guard {

        @Override
        public boolean hasSeen(Document document) {
            List<String> seen = document.getList("seenIds", String.class, List.of());
            // The predecessor kept the id alone.
            return seen.contains(name()) || seen.contains(eventId);
        }

        @Override
        public Bson unseen() {
            return Filters.ne("seenIds", name());
        }

        @Override
        public void mark(Document set, Document push, int keep) {
            push.append("seenIds", new Document("$each", List.of(name())).append("$slice", -keep));
        }

        @Override
        public void markIn(Document document) {
            document.append("seenIds", List.of(name()));
        }

        private String name() {
            return source + " " + eventId;
        }
    }

    /** Field names may hold neither a dot nor a leading dollar; two sources must never share a name. */
    private static String key(String source) {
        return source.replace("%", "%25").replace(".", "%2E").replace("$", "%24");
    }
}
