package dev.aftersales.chassis.deadletters;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a record says.
 *
 * @param headers as text; bytes that are none are replaced
 * @param value Base64; absent when it had none, or one too large to be kept
 */
record Content(List<HeaderText> headers, @Nullable String value) {

    /** One header. */
    record HeaderText(String name, @Nullable String value) {}

    static Content of(Document letter) {
        ConsumerRecord<String, byte[]> kept = LetterDocument.recordOf(letter);
        List<HeaderText> headers = StreamSupport.stream(kept.headers().spliterator(), false)
                .map(header -> new HeaderText(
                        header.key(),
                        header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8)))
                .toList();
        byte[] value = kept.value();
        return new Content(headers, value == null ? null : Base64.getEncoder().encodeToString(value));
    }
}
