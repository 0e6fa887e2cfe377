package dev.aftersales.chassis.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aftersales.chassis.deadletters.DeadLetter.Status;
import dev.aftersales.chassis.events.EventCodec;
import dev.aftersales.contracts.Topic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * How a letter is kept. Every record fits into one document, whatever it is: compressed, a record of some kilobytes on the
 * broker may have any size here, and one that could not be kept would hold up its topic for ever. What is left out is
 * larger than an event may be, so that nothing is lost that could ever be handled.
 */
final class LetterDocument {

    /**
     * No event is larger. Kept whole, a record of two megabytes takes the store tens of milliseconds: to write it, to read
     * it for the dead-letter topic, and to write it again once that was told.
     */
    private static final int MOST_VALUE_BYTES = Topic.MAX_EVENT_BYTES;

    private static final int MOST_HEADER_BYTES = 1024 * 1024;
    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_TYPE = 200;

    private LetterDocument() {}

    static Document of(
            String consumer,
            ConsumerRecord<String, byte[]> received,
            Status status,
            String reason,
            int attempts,
            Date now) {
        byte[] value = received.value();
        Document document = new Document("_id", idOf(consumer, received))
                .append("consumer", consumer)
                .append("place", placeOf(consumer, received.topic(), received.partition()))
                .append("topic", received.topic())
                .append("partition", received.partition())
                .append("offset", received.offset())
                .append("recordedAt", received.timestamp())
                .append("type", shortened(EventCodec.typeOf(received), LONGEST_TYPE))
                .append("headers", headersOf(received))
                .append("value", value == null || value.length > MOST_VALUE_BYTES ? null : new Binary(value))
                .append("status", status.name())
                .append("open", true)
                .append("reason", reason)
                .append("attempts", attempts)
                .append("redrives", 0)
                .append("buriedAt", now)
                .append("lookedAt", now)
                .append("announceSince", now)
                .append("acts", List.of());
        if (value != null) {
            document.append("bytes", value.length).append("sha256", sha256(value));
        }
        if (received.key() != null) {
            document.append("key", shortened(received.key(), LONGEST_KEY))
                    .append("lane", laneOf(consumer, received.topic(), received.key()));
        }
        return document;
    }

    /** Whether the record had a value that the letter does not keep. */
    static boolean leavesValueOut(Document letter) {
        return letter.getInteger("bytes") != null && letter.get("value") == null;
    }

    private static List<Document> headersOf(ConsumerRecord<String, byte[]> received) {
        List<Document> headers = new ArrayList<>();
        int kept = 0;
        for (Header header : received.headers()) {
            int bytes = header.key().length() + (header.value() == null ? 0 : header.value().length);
            if (kept + bytes > MOST_HEADER_BYTES) {
                continue;
            }
            kept += bytes;
            headers.add(new Document("name", header.key())
                    .append("value", header.value() == null ? null : new Binary(header.value())));
        }
        return headers;
    }

    static ConsumerRecord<String, byte[]> recordOf(Document letter) {
        RecordHeaders headers = new RecordHeaders();
        for (Document header : letter.getList("headers", Document.class)) {
            Binary value = header.get("value", Binary.class);
            headers.add(header.getString("name"), value == null ? null : value.getData());
        }
        Binary value = letter.get("value", Binary.class);
        return new ConsumerRecord<>(
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getLong("recordedAt"),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.getString("key"),
                value == null ? null : value.getData(),
                headers,
                Optional.empty());
    }

    static DeadLetter view(Document letter) {
        List<Document> headers = letter.getList("headers", Document.class);
        return new DeadLetter(
                letter.getString("_id"),
                letter.getString("consumer"),
                letter.getString("topic"),
                letter.getInteger("partition"),
                letter.getLong("offset"),
                letter.getString("key"),
                letter.getString("type"),
                Status.valueOf(letter.getString("status")),
                letter.getString("reason"),
                letter.getInteger("attempts"),
                redrivesOf(letter),
                letter.getDate("buriedAt").toInstant(),
                letter.getInteger("bytes"),
                letter.getString("sha256"),
                headers == null
                        ? null
                        : headers.stream().map(LetterDocument::sizeOf).toList(),
                letter.getList("acts", Document.class, List.of()).stream()
                        .map(act -> new DeadLetter.Act(
                                act.getString("person"),
                                act.getString("what"),
                                act.getString("reason"),
                                act.getDate("at").toInstant(),
                                act.getString("outcome")))
                        .toList());
    }

    /** 0 for a letter that a predecessor kept. */
    static int redrivesOf(Document letter) {
        return letter.getInteger("redrives", 0);
    }

    private static DeadLetter.HeaderSize sizeOf(Document header) {
        Binary value = header.get("value", Binary.class);
        return new DeadLetter.HeaderSize(header.getString("name"), value == null ? 0 : value.length());
    }

    /** With a separator that needs no escape in a URL. */
    private static String idOf(String consumer, ConsumerRecord<String, byte[]> received) {
        return consumer + "~" + received.topic() + "~" + received.partition() + "~" + received.offset();
    }

    static String laneOf(String consumer, String topic, String key) {
        return consumer + "|" + topic + "|" + (key.length() > LONGEST_KEY ? sha256(key.getBytes(UTF_8)) : key);
    }

    static String placeOf(String consumer, String topic, int partition) {
        return consumer + "|" + topic + "|" + partition;
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
