package dev.aftersales.chassis.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateMapperTest {

    sealed interface Shape {
        record Circle(BigDecimal radius) implements Shape {}

        sealed interface Cornered extends Shape {
            record Square(int side) implements Cornered {}
        }

        record Nothing() implements Shape {}
    }

    record Drawing(String name, @Nullable String remark, Instant made, List<Shape> shapes, Shape main) {}

    private final StateMapper mapper = new StateMapper();

    @Test
    void keepsRecordsWithSealedMembersAndExactTimes() {
        Drawing drawing = new Drawing(
                "d",
                null,
                Instant.parse("2026-11-20T10:00:00.123456789Z"),
                List.of(new Shape.Circle(new BigDecimal("12.30")), new Shape.Cornered.Square(2), new Shape.Nothing()),
                new Shape.Cornered.Square(3));

        assertThat(mapper.toState(mapper.toDocument(drawing), Drawing.class)).isEqualTo(drawing);
    }

    @Test
    void keepsASealedStateItself() {
        Document document = mapper.toDocument(new Shape.Cornered.Square(4));

        assertThat(document.getString("kind")).isEqualTo("Square");
        assertThat(mapper.toState(document, Shape.class)).isEqualTo(new Shape.Cornered.Square(4));
    }

    @Test
    void passesOverWhatASuccessorWrote() {
        Document document = mapper.toDocument(new Shape.Cornered.Square(4)).append("colour", "red");

        assertThat(mapper.toState(document, Shape.class)).isEqualTo(new Shape.Cornered.Square(4));
    }
}
