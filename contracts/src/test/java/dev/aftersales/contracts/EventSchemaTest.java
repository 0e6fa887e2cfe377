package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.networknt.schema.Error;
import dev.aftersales.contracts.events.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {

    static final List<Class<? extends Event>> EVENTS = EventTypes.ALL;

    /** An absent value is left out of the JSON, never written as null. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @ParameterizedTest
    @FieldSource("EVENTS")
    void acceptsItsExample(Class<? extends Event> event) {
        assertThat(errors(event, example(event))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void recordReadsAndWritesTheExampleWithoutLoss(Class<? extends Event> event) {
        JsonNode example = example(event);

        Event read = JSON.treeToValue(example, event);

        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(example);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void refusesDataThatLacksARequiredProperty(Class<? extends Event> event) {
        List<Place> required = places(event).stream()
                .filter(place -> !place.optional())
                .filter(place -> place.in(example(event)).has(place.property()))
                .toList();
        assertThat(required).isNotEmpty();
        assertThat(required).allSatisfy(place -> {
            JsonNode data = example(event);
            place.in(data).remove(place.property());
            assertThat(errors(event, data)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void refusesNullInPlaceOfAValue(Class<? extends Event> event) {
        assertThat(places(event)).allSatisfy(place -> {
            JsonNode data = example(event);
            place.in(data).putNull(place.property());
            assertThat(errors(event, data)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void refusesAnotherJsonTypeInPlaceOfAValue(Class<? extends Event> event) {
        assertThat(places(event)).allSatisfy(place -> {
            JsonNode data = example(event);
            place.in(data).put(place.property(), 0.5);
            assertThat(errors(event, data)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void additionOfALaterProducerIsValidAndReadable(Class<? extends Event> event) {
        JsonNode data = example(event);
        places(event).forEach(place -> place.in(data).put("addedLater", true));

        assertThat(errors(event, data)).isEmpty();
        assertThat(JSON.treeToValue(data, event)).isEqualTo(JSON.treeToValue(example(event), event));
    }

    private static List<Error> errors(Class<? extends Event> event, JsonNode data) {
        return Validation.errors(Schemas.idOf(EventTypes.typeOf(event)), data);
    }

    private static JsonNode example(Class<? extends Event> event) {
        return JSON.readTree(Schemas.exampleOf(event));
    }

    /** A property that a record of the event has, in one object of the event's example. */
    private record Place(String object, String property, boolean optional) {

        ObjectNode in(JsonNode data) {
            return (ObjectNode) data.at(object);
        }
    }

    private static List<Place> places(Class<? extends Event> event) {
        List<Place> places = new ArrayList<>();
        collect("", example(event), event, places);
        return places;
    }

    private static void collect(String pointer, JsonNode data, Type type, List<Place> places) {
        if (type instanceof ParameterizedType list) {
            for (int index = 0; index < data.size(); index++) {
                collect(pointer + "/" + index, data.get(index), list.getActualTypeArguments()[0], places);
            }
        } else if (type instanceof Class<?> simple && simple.isRecord() && data.isObject()) {
            for (RecordComponent component : simple.getRecordComponents()) {
                places.add(new Place(pointer, component.getName(), RecordShape.isOptional(component)));
                collect(
                        pointer + "/" + component.getName(),
                        data.path(component.getName()),
                        component.getGenericType(),
                        places);
            }
        }
    }
}
