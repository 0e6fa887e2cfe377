package dev.aftersales.chassis.aggregate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.Version;
import tools.jackson.core.base.ParserMinimalBase;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.util.SimpleStreamReadContext;

/**
 * Reads a BSON document where it lies, as far as {@link StateMapper} writes such documents: a text is decoded when it is
 * asked for, and what nobody wants is stepped over by its length without being looked at (bsonspec.org, version 1.1).
 */
final class BsonParser extends ParserMinimalBase {

    private static final byte END = 0x00;
    private static final byte DOUBLE = 0x01;
    private static final byte STRING = 0x02;
    private static final byte DOCUMENT = 0x03;
    private static final byte ARRAY = 0x04;
    private static final byte BOOLEAN = 0x08;
    private static final byte INSTANT = 0x09;
    private static final byte NULL = 0x0a;
    private static final byte INT32 = 0x10;
    private static final byte INT64 = 0x12;
    private static final byte DECIMAL128 = 0x13;

    private static final int DEEPEST = 100;

    private final byte[] bson;
    private final FieldNames names;
    private final Set<String> leftOut;
    private final int[] ends = new int[DEEPEST];
    private SimpleStreamReadContext context = SimpleStreamReadContext.createRootContext(null);
    private int at;
    private int depth;
    private boolean begun;

    /** The type of the value whose name was read last; {@link #END} when there is none. */
    private byte named = END;

    private byte type = END;
    private int value;

    /**
     * @param offset where the document begins
     * @param leftOut fields of the document itself, not of what is in it, that are passed over as if they were not there
     */
    BsonParser(byte[] bson, int offset, FieldNames names, Set<String> leftOut) {
        super(ObjectReadContext.empty());
        this.bson = bson;
        this.at = offset;
        this.names = names;
        this.leftOut = leftOut;
    }

    @Override
    public @Nullable JsonToken nextToken() throws JacksonException {
        if (named != END) {
            byte next = named;
            named = END;
            return valueOf(next);
        }
        if (depth == 0) {
            if (begun) {
                return _updateTokenToNull();
            }
            begun = true;
            return valueOf(DOCUMENT);
        }
        while (true) {
            byte next = bson[at++];
            if (next == END) {
                return ended();
            }
            if (context.inArray()) {
                skipName();
                return valueOf(next);
            }
            int start = at;
            skipName();
            String name = names.of(bson, start, at - 1);
            if (depth > 1 || !leftOut.contains(name)) {
                context.setCurrentName(name);
                named = next;
                return _nullSafeUpdateToken(JsonToken.PROPERTY_NAME);
            }
            at += sizeOf(next);
        }
    }

    /** Steps over an object or an array at once. */
    @Override
    public JsonParser skipChildren() throws JacksonException {
        if (_currToken == JsonToken.START_OBJECT || _currToken == JsonToken.START_ARRAY) {
            at = ends[depth];
            ended();
        }
        return this;
    }

    private JsonToken ended() {
        JsonToken token = context.inArray() ? JsonToken.END_ARRAY : JsonToken.END_OBJECT;
        context = context.getParent();
        depth--;
        return _nullSafeUpdateToken(token);
    }

    private void skipName() {
        while (bson[at++] != 0) {
            // A name ends at its zero.
        }
    }

    private JsonToken valueOf(byte next) {
        type = next;
        value = at;
        JsonToken token =
                switch (next) {
                    case DOCUMENT, ARRAY -> {
                        begin();
                        yield next == ARRAY ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
                    }
                    case STRING, INSTANT -> JsonToken.VALUE_STRING;
                    case INT32, INT64 -> JsonToken.VALUE_NUMBER_INT;
                    case DOUBLE, DECIMAL128 -> JsonToken.VALUE_NUMBER_FLOAT;
                    case BOOLEAN -> bson[at] == 0 ? JsonToken.VALUE_FALSE : JsonToken.VALUE_TRUE;
                    case NULL -> JsonToken.VALUE_NULL;
                    default -> throw unknown(next);
                };
        if (next != DOCUMENT && next != ARRAY) {
            at += sizeOf(next);
        }
        return _nullSafeUpdateToken(token);
    }

    private int sizeOf(byte next) {
        return switch (next) {
            case DOCUMENT, ARRAY -> int32(at);
            case STRING -> Integer.BYTES + int32(at);
            case INT32 -> Integer.BYTES;
            case INT64, INSTANT, DOUBLE -> Long.BYTES;
            case DECIMAL128 -> 2 * Long.BYTES;
            case BOOLEAN -> 1;
            case NULL -> 0;
            default -> throw unknown(next);
        };
    }

    private static IllegalStateException unknown(byte type) {
        return new IllegalStateException("no state has a value of the BSON type " + type);
    }

    private void begin() {
        if (depth + 1 == DEEPEST) {
            throw new IllegalStateException("no state is nested as deep as " + DEEPEST);
        }
        depth++;
        // The length counts itself and the zero at the end, which is read like an element.
        ends[depth] = at + int32(at);
        at += Integer.BYTES;
        context = type == ARRAY ? context.createChildArrayContext(-1, -1) : context.createChildObjectContext(-1, -1);
    }

    private int int32(int position) {
        return bson[position] & 0xff
                | (bson[position + 1] & 0xff) << 8
                | (bson[position + 2] & 0xff) << 16
                | bson[position + 3] << 24;
    }

    private long int64(int position) {
        return int32(position) & 0xffff_ffffL | (long) int32(position + Integer.BYTES) << 32;
    }

    @Override
    public String getString() throws JacksonException {
        if (_currToken == JsonToken.PROPERTY_NAME) {
            return context.currentName();
        }
        return switch (type) {
            case STRING -> new String(bson, value + Integer.BYTES, int32(value) - 1, StandardCharsets.UTF_8);
            case INSTANT -> Instant.ofEpochMilli(int64(value)).toString();
            case INT32, INT64, DOUBLE, DECIMAL128 -> getNumberValue().toString();
            default -> String.valueOf(_currToken);
        };
    }

    @Override
    public Number getNumberValue() throws InputCoercionException {
        return switch (type) {
            case INT32 -> int32(value);
            case INT64 -> int64(value);
            case DOUBLE -> Double.longBitsToDouble(int64(value));
            case DECIMAL128 ->
                Decimal128.fromIEEE754BIDEncoding(int64(value + Long.BYTES), int64(value))
                        .bigDecimalValue();
            default -> throw _constructNotNumericType(_currToken, 0);
        };
    }

    @Override
    public NumberType getNumberType() {
        return switch (type) {
            case INT32 -> NumberType.INT;
            case INT64 -> NumberType.LONG;
            case DOUBLE -> NumberType.DOUBLE;
            default -> NumberType.BIG_DECIMAL;
        };
    }

    @Override
    public int getIntValue() throws InputCoercionException {
        if (type == INT32) {
            return int32(value);
        }
        long number = getLongValue();
        if (number != (int) number) {
            _reportOverflowInt();
        }
        return (int) number;
    }

    @Override
    public long getLongValue() throws InputCoercionException {
        return type == INT64 ? int64(value) : getNumberValue().longValue();
    }

    @Override
    public BigInteger getBigIntegerValue() throws InputCoercionException {
        return getDecimalValue().toBigInteger();
    }

    @Override
    public float getFloatValue() throws InputCoercionException {
        return getNumberValue().floatValue();
    }

    @Override
    public double getDoubleValue() throws InputCoercionException {
        return getNumberValue().doubleValue();
    }

    @Override
    public BigDecimal getDecimalValue() throws InputCoercionException {
        return getNumberValue() instanceof BigDecimal decimal
                ? decimal
                : new BigDecimal(getNumberValue().toString());
    }

    @Override
    public boolean isNaN() {
        return type == DOUBLE && !Double.isFinite(Double.longBitsToDouble(int64(value)));
    }

    @Override
    public byte[] getBinaryValue(Base64Variant variant) throws JacksonException {
        return variant.decode(getString());
    }

    @Override
    public char[] getStringCharacters() throws JacksonException {
        return getString().toCharArray();
    }

    @Override
    public int getStringLength() throws JacksonException {
        return getString().length();
    }

    @Override
    public int getStringOffset() {
        return 0;
    }

    @Override
    public boolean hasStringCharacters() {
        return false;
    }

    @Override
    public @Nullable String currentName() {
        return context.currentName();
    }

    @Override
    public TokenStreamContext streamReadContext() {
        return context;
    }

    @Override
    public @Nullable Object currentValue() {
        return context.currentValue();
    }

    @Override
    public void assignCurrentValue(Object current) {
        context.assignCurrentValue(current);
    }

    @Override
    public Object streamReadInputSource() {
        return bson;
    }

    @Override
    public TokenStreamLocation currentLocation() {
        return TokenStreamLocation.NA;
    }

    @Override
    public TokenStreamLocation currentTokenLocation() {
        return TokenStreamLocation.NA;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public boolean isEnabled(StreamReadFeature feature) {
        return false;
    }

    @Override
    protected void _closeInput() {
        // The bytes are the caller's.
    }

    @Override
    protected void _releaseBuffers() {
        // It has none of its own.
    }

    @Override
    protected void _handleEOF() {
        // A document ends where its length says.
    }
}
