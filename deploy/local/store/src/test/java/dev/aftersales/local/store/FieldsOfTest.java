package dev.aftersales.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonMaxKey;
import org.bson.BsonMinKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsOfTest {

    static List<BsonValue> valuesOfEveryKind() {
        return List.of(
                new BsonDouble(1.5),
                new BsonString("läuft nicht"),
                new BsonString(""),
                new BsonDocument("wanted", new BsonString("not this one")),
                new BsonArray(List.of(new BsonInt32(1), new BsonArray())),
                new BsonBinary(new byte[] {0, 1, 2}),
                new BsonBinary(UUID.randomUUID()),
                new BsonObjectId(),
                BsonBoolean.TRUE,
                new BsonDateTime(1),
                BsonNull.VALUE,
                new BsonRegularExpression("a.*", "i"),
                new BsonInt32(7),
                new BsonTimestamp(1, 2),
                new BsonInt64(8),
                new BsonDecimal128(Decimal128.parse("38.50")),
                new BsonMinKey(),
                new BsonMaxKey());
    }

    @ParameterizedTest
    @MethodSource("valuesOfEveryKind")
    void findsAFieldBehindAnyOther(BsonValue other) {
        byte[] bytes = bytes(new BsonDocument("first", new BsonInt32(1))
                .append("other", other)
                .append("wanted", new BsonString("x"))
                .append("last", new BsonInt32(2)));

        Document read = new FieldsOf(Set.of("wanted", "missing")).read(bytes);

        assertThat(read.get("wanted")).isEqualTo("x");
        assertThat(read.containsKey("missing")).isFalse();
        if (!other.isRegularExpression()) {
            assertThat(read.keySet()).containsExactly("wanted");
        }
    }

    @ParameterizedTest
    @MethodSource("valuesOfEveryKind")
    void readsAFieldAsTheWholeDocumentHasIt(BsonValue value) {
        byte[] bytes = bytes(new BsonDocument("a", new BsonInt32(1)).append("wanted", value));

        Document read = new FieldsOf(Set.of("wanted")).read(bytes);

        Document whole = DocumentBytes.decode(bytes);
        whole.keySet().retainAll(read.keySet());
        assertThat(read.containsKey("wanted")).isTrue();
        assertThat(DocumentBytes.encode(read)).isEqualTo(DocumentBytes.encode(whole));
    }

    @Test
    void readsNothingFromAnEmptyDocument() {
        assertThat(new FieldsOf(Set.of("wanted")).read(bytes(new BsonDocument())))
                .isEmpty();
    }

    private static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(buffer),
                        document,
                        EncoderContext.builder().build());
        return buffer.toByteArray();
    }
}
