package dev.aftersales.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads a few fields of a stored document and steps over the others, as the lengths of the BSON specification (1.1)
 * allow: rebuilding indexes takes most of a start, and most of a document is in no index.
 */
final class FieldsOf {

    private static final int LENGTH = Integer.BYTES;
    private static final byte END = 0;

    private final Set<String> names;

    /** @param names of fields of the document itself, no paths */
    FieldsOf(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** The document with those of the fields that it has; the whole one if it holds a type that is not known here. */
    Document read(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(LENGTH);
        ByteBuffer kept =
                ByteBuffer.allocate(bytes.length).order(ByteOrder.LITTLE_ENDIAN).position(LENGTH);
        for (byte type = from.get(); type != END; type = from.get()) {
            int element = from.position() - 1;
            String name = name(from);
            int size = sizeOfValue(type, from);
            if (size < 0) {
                return DocumentBytes.decode(bytes);
            }
            from.position(from.position() + size);
            if (names.contains(name)) {
                kept.put(bytes, element, from.position() - element);
            }
        }
        kept.put(END).putInt(0, kept.position());
        return DocumentBytes.decode(kept.array());
    }

    private static String name(ByteBuffer from) {
        int start = from.position();
        toEndOfText(from);
        return new String(from.array(), start, from.position() - 1 - start, StandardCharsets.UTF_8);
    }

    private static void toEndOfText(ByteBuffer from) {
        while (from.get() != END) {
            continue;
        }
    }

    /** Bytes of the value that begins here; -1 for an unknown type. */
    private static int sizeOfValue(byte type, ByteBuffer from) {
        int at = from.position();
        return switch (type) {
            case 0x06, 0x0A, 0x7F, (byte) 0xFF -> 0; // undefined, null, the greatest and the least key
            case 0x08 -> 1; // boolean
            case 0x10 -> Integer.BYTES;
            case 0x01, 0x09, 0x11, 0x12 -> Long.BYTES; // double, date, timestamp, long
            case 0x07 -> 12; // ObjectId
            case 0x13 -> 16; // decimal
            case 0x02, 0x0D, 0x0E -> LENGTH + from.getInt(at); // string, script, symbol
            case 0x03, 0x04, 0x0F -> from.getInt(at); // document, array, script with scope: the length counts itself
            case 0x05 -> LENGTH + 1 + from.getInt(at); // binary, with its subtype
            default -> -1; // regular expressions above all
        };
    }
}
