package dev.aftersales.chassis.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.MongoClientSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateReaderTest {

    sealed interface Shape {
        record Circle(int radius) implements Shape {}

        record Path(List<Point> points) implements Shape {}
    }

    record Point(double x, long y) {}

    record Drawing(
            String title,
            Instant drawnAt,
            @Nullable LocalDate shownOn,
            BigDecimal price,
            boolean signed,
            Shape shape,
            Map<String, List<String>> notes,
            List<Shape> sketches,
            @Nullable String remark) {
        Drawing {
            sketches = List.copyOf(sketches);
        }
    }

    record Title(String title, @Nullable String remark) {}

    static final Drawing DRAWING = new Drawing(
            "Zürich 蘇黎世",
            Instant.parse("2026-03-01T10:00:00.123456Z"),
            LocalDate.parse("2026-03-02"),
            new BigDecimal("12.34"),
            true,
            new Shape.Path(List.of(new Point(0.5, 1L << 40), new Point(-1e9, -1))),
            Map.of("a", List.of("b", ""), "c", List.of()),
            List.of(new Shape.Circle(3), new Shape.Path(List.of())),
            null);

    final StateMapper mapper = new StateMapper();

    @Test
    void readsWhatTheMapperWrote() {
        // Given
        RawBsonDocument stored = stored(mapper.toDocument(DRAWING));

        // When
        Drawing read = mapper.reader(Drawing.class).read(stored);

        // Then
        assertThat(read).isEqualTo(DRAWING);
    }

    @Test
    void stepsOverWhatTheTypeDoesNotHave() {
        // Given
        Document more = mapper.toDocument(DRAWING)
                .append("later", new Document("deep", List.of(new Document("deeper", 1), new ObjectId())))
                .append("remark", "the last");

        // When
        Title read = mapper.reader(Title.class).read(stored(more));

        // Then
        assertThat(read).isEqualTo(new Title(DRAWING.title(), "the last"));
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        // When
        Drawing read =
                mapper.reader(Drawing.class, "shape", "sketches", "notes").read(stored(mapper.toDocument(DRAWING)));

        // Then
        assertThat(read.shape()).isNull();
        assertThat(read.notes()).isNull();
        assertThat(read.sketches()).isEmpty();
        assertThat(read.price()).isEqualTo(DRAWING.price());
    }

    @Test
    void readsManyDocumentsOfDifferentShapes() {
        // Given
        StateReader<Title> reader = mapper.reader(Title.class);

        for (int i = 0; i < 3_000; i++) {
            // When
            Title read = reader.read(stored(new Document("field" + i, i).append("title", "t" + i)));

            // Then
            assertThat(read).isEqualTo(new Title("t" + i, null));
        }
    }

    @Test
    void readsInstantsThatTheStoreKeepsAsDates() {
        // Given
        Instant at = Instant.parse("2026-03-01T10:00:00.123Z");

        // When
        Drawing read = mapper.reader(Drawing.class)
                .read(stored(mapper.toDocument(DRAWING).append("drawnAt", Date.from(at))));

        // Then
        assertThat(read.drawnAt()).isEqualTo(at);
    }

    @Test
    void refusesAValueThatNoStateHas() {
        // Given
        RawBsonDocument odd = stored(new Document("title", new ObjectId()));

        // When, then
        assertThatIllegalStateException()
                .isThrownBy(() -> mapper.reader(Title.class).read(odd))
                .withMessageContaining("BSON type 7");
    }

    private static RawBsonDocument stored(Document state) {
        return new RawBsonDocument(
                new Document("_id", "d-1").append("version", 1L).append("state", state),
                MongoClientSettings.getDefaultCodecRegistry().get(Document.class));
    }
}
