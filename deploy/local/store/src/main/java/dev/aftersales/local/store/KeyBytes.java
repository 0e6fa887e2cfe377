package dev.aftersales.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes whose unsigned order is the comparison order of MongoDB
 * (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). Equal numbers of different types give the
 * same bytes. No value's bytes are a prefix of another's, so values can be strung together and inverted for a
 * descending part. Strings compare by code point.
 */
final class KeyBytes {

    /** An array without elements, as an index keeps it: it is neither null nor any element. */
    static final Object EMPTY_ARRAY = new Object();

    private static final int MIN = 0x02;
    private static final int EMPTY = 0x04;
    private static final int NULL = 0x06;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int OBJECT = 0x30;
    private static final int ARRAY = 0x40;
    private static final int BINARY = 0x50;
    private static final int OBJECT_ID = 0x58;
    private static final int BOOLEAN = 0x60;
    private static final int DATE = 0x70;
    private static final int TIMESTAMP = 0x78;
    private static final int REGEX = 0x80;
    private static final int MAX = 0xFE;
    private static final int UUID_SUBTYPE = 4;
    private static final int LEGACY_UUID_SUBTYPE = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);

    private KeyBytes() {}

    static byte[] of(@Nullable Object value) {
        KeyBytes key = new KeyBytes();
        key.value(value);
        return key.out.toByteArray();
    }

    /** The least bytes of the values that a comparison with {@code bytes} can match: those of its own type. */
    static byte[] typeStart(byte[] bytes) {
        return new byte[] {bytes[0]};
    }

    /** The first bytes after every string that starts with {@code bytes}. */
    static byte[] after(byte[] bytes) {
        int last = bytes.length - 1;
        while (last >= 0 && bytes[last] == (byte) 0xFF) {
            last--;
        }
        byte[] next = Arrays.copyOf(bytes, last + 1);
        if (last >= 0) {
            next[last]++;
        }
        return next;
    }

    static byte[] inverted(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) ~bytes[i];
        }
        return result;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }

    static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            out.write(NULL);
        } else if (value == EMPTY_ARRAY) {
            out.write(EMPTY);
        } else if (value instanceof MinKey) {
            out.write(MIN);
        } else if (value instanceof MaxKey) {
            out.write(MAX);
        } else if (value instanceof Number number) {
            out.write(NUMBER);
            number(number);
        } else if (value instanceof String text) {
            out.write(STRING);
            text(text);
        } else if (value instanceof Map<?, ?> map) {
            out.write(OBJECT);
            map.forEach((name, part) -> {
                out.write(1);
                text((String) name);
                value(part);
            });
            out.write(0);
        } else if (value instanceof Collection<?> elements) {
            out.write(ARRAY);
            elements.forEach(this::value);
            out.write(0);
        } else if (value instanceof UUID uuid) {
            binary(UUID_SUBTYPE, bytes(uuid));
        } else if (value instanceof LegacyUUID legacy) {
            binary(LEGACY_UUID_SUBTYPE, bytes(legacy.getUuid()));
        } else if (value instanceof BinData data) {
            binary(0, data.getData());
        } else if (value instanceof ObjectId id) {
            out.write(OBJECT_ID);
            out.writeBytes(id.toByteArray());
        } else if (value instanceof Boolean bool) {
            out.write(BOOLEAN);
            out.write(bool ? 1 : 0);
        } else if (value instanceof Instant instant) {
            out.write(DATE);
            whole(instant.toEpochMilli());
        } else if (value instanceof BsonTimestamp timestamp) {
            out.write(TIMESTAMP);
            whole(timestamp.getValue());
        } else if (value instanceof BsonRegularExpression regex) {
            out.write(REGEX);
            text(regex.toString());
        } else {
            throw new IllegalArgumentException("no key order for " + value.getClass());
        }
    }

    /** The nearest double first, then what it leaves: exact for every long, and for decimals up to 31 digits. */
    private void number(Number number) {
        double nearest =
                number instanceof Decimal128 decimal ? decimal.toBigDecimal().doubleValue() : number.doubleValue();
        sortable(nearest);
        double rest = rest(number, nearest);
        if (rest == 0) {
            out.write(0x80);
        } else {
            out.write(rest < 0 ? 0x7F : 0x81);
            sortable(rest);
        }
    }

    private static double rest(Number number, double nearest) {
        if (!Double.isFinite(nearest)) {
            return 0;
        }
        return switch (number) {
            case Long whole ->
                BigDecimal.valueOf(whole).subtract(new BigDecimal(nearest)).doubleValue();
            case Decimal128 decimal ->
                decimal.toBigDecimal().subtract(new BigDecimal(nearest)).doubleValue();
            default -> 0;
        };
    }

    private void sortable(double value) {
        if (Double.isNaN(value)) {
            out.writeBytes(new byte[Long.BYTES]);
            return;
        }
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        whole(bits < 0 ? ~bits ^ Long.MIN_VALUE : bits);
    }

    private void whole(long value) {
        out.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(value ^ Long.MIN_VALUE).array());
    }

    private void text(String text) {
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(part);
            if (part == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(0);
    }

    private void binary(int subtype, byte[] data) {
        out.write(BINARY);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        out.write(subtype);
        out.writeBytes(data);
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
