package dev.aftersales.chassis.aggregate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Maps plain records and sealed interfaces to documents and back, without annotations on them: a member of a sealed
 * hierarchy carries its simple class name as {@code kind}. Properties that a document has and a record lacks are
 * ignored, so that a service reads what its successor wrote.
 */
public final class StateMapper {

    private final JsonMapper mapper = JsonMapper.builder()
            .annotationIntrospector(new SealedHierarchies())
            .addModule(new SimpleModule().addSerializer(Decimal128.class, new DecimalSerializer()))
            .build();

    /** The document of a state. */
    public Document toDocument(Object state) {
        Map<String, Object> tree = mapper.convertValue(
                state, mapper.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        return new Document(tree);
    }

    /**
     * For walks over many documents of one collection.
     *
     * @param leftOut properties of the state itself that the walk does without: they are not looked at and come back as
     *     null, lists as empty
     */
    public <S> StateReader<S> reader(Class<S> type, String... leftOut) {
        return new StateReader<>(
                mapper.rebuild()
                        .annotationIntrospector(new OnlyWhatIsKnown())
                        .withConfigOverride(
                                List.class, all -> all.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
                        .build()
                        .readerFor(type),
                Set.of(leftOut));
    }

    /** The state of a document. */
    public <S> S toState(Document document, Class<S> type) {
        return mapper.convertValue(document, type);
    }

    /** Lets a parser step over what a type does not have, instead of having it kept aside. */
    private static final class OnlyWhatIsKnown extends SealedHierarchies {

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
            return JsonIgnoreProperties.Value.forIgnoreUnknown(true);
        }
    }

    private static class SealedHierarchies extends JacksonAnnotationIntrospector {

        private static final JsonTypeInfo.Value KIND =
                JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, null);

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedClass type
                    && !type.getRawType().isEnum()
                    && isOfSealedHierarchy(type.getRawType())) {
                return KIND;
            }
            return super.findPolymorphicTypeInfo(config, annotated);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedClass type && type.getRawType().isSealed()) {
                List<NamedType> subtypes = new ArrayList<>();
                for (Class<?> leaf : leavesOf(type.getRawType())) {
                    subtypes.add(new NamedType(leaf, leaf.getSimpleName()));
                }
                return subtypes;
            }
            return super.findSubtypes(config, annotated);
        }

        @Override
        public @Nullable String findTypeName(MapperConfig<?> config, AnnotatedClass type) {
            return isOfSealedHierarchy(type.getRawType())
                    ? type.getRawType().getSimpleName()
                    : super.findTypeName(config, type);
        }

        private static Set<Class<?>> leavesOf(Class<?> sealed) {
            Set<Class<?>> leaves = new HashSet<>();
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                if (permitted.isSealed()) {
                    leaves.addAll(leavesOf(permitted));
                } else {
                    leaves.add(permitted);
                }
            }
            return leaves;
        }

        private static boolean isOfSealedHierarchy(Class<?> type) {
            if (type.isInterface() && type.isSealed()) {
                return true;
            }
            return Arrays.stream(type.getInterfaces()).anyMatch(SealedHierarchies::isOfSealedHierarchy);
        }
    }

    private static final class DecimalSerializer extends StdSerializer<Decimal128> {

        DecimalSerializer() {
            super(Decimal128.class);
        }

        @Override
        public void serialize(Decimal128 value, JsonGenerator generator, SerializationContext context)
                throws JacksonException {
            BigDecimal decimal = value.bigDecimalValue();
            generator.writeNumber(decimal);
        }
    }
}
