package dev.aftersales.chassis.problems;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.DurationDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads requests as they are written: 5.5 pieces are not 5, {@code "2"} is no number, and of two values of one property
 * neither is taken; nor is a number for a time, of which nobody can say whether it counts seconds, milliseconds or days. A
 * decimal may still be a text, which is how amounts of money travel.
 */
public final class StrictReading implements JsonMapperBuilderCustomizer {

    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
        refuse(
                builder,
                LogicalType.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.String,
                CoercionInputShape.EmptyString,
                CoercionInputShape.Boolean);
        refuse(
                builder,
                LogicalType.Boolean,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.String,
                CoercionInputShape.EmptyString);
        refuse(
                builder,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        refuse(builder, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
        refuse(builder, LogicalType.Float, CoercionInputShape.Boolean, CoercionInputShape.EmptyString);
        builder.addModule(new SimpleModule("times-as-text")
                .addDeserializer(Instant.class, new FromText<>(Instant.class, InstantDeserializer.INSTANT))
                .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDateDeserializer.INSTANCE))
                .addDeserializer(Duration.class, new FromText<>(Duration.class, DurationDeserializer.INSTANCE)));
    }

    /** Reads a time that is written out, and no other. */
    private static final class FromText<T> extends StdScalarDeserializer<T> {

        private final Class<T> type;
        private final transient ValueDeserializer<T> texts;

        FromText(Class<T> type, ValueDeserializer<T> texts) {
            super(type);
            this.type = type;
            this.texts = texts;
        }

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? texts.deserialize(parser, context)
                    : type.cast(context.handleUnexpectedToken(context.constructType(type), parser));
        }
    }

    private static void refuse(JsonMapper.Builder builder, LogicalType type, CoercionInputShape... shapes) {
        builder.withCoercionConfig(type, config -> {
            for (CoercionInputShape shape : shapes) {
                config.setCoercion(shape, CoercionAction.Fail);
            }
        });
    }
}
