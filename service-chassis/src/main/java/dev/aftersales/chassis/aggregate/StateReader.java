package dev.aftersales.chassis.aggregate;

import java.util.Set;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import tools.jackson.databind.ObjectReader;

/**
 * Reads states straight from the bytes that the store sent, for walks over many documents: {@link StateMapper} builds a
 * whole document first. A type that has only some of the state's properties costs only what it has. For one thread.
 *
 * @param <S> the state, or a record of the properties of it that are wanted
 */
public final class StateReader<S> {

    private final ObjectReader reader;
    private final Set<String> leftOut;
    private final FieldNames names = new FieldNames();

    StateReader(ObjectReader reader, Set<String> leftOut) {
        this.reader = reader;
        this.leftOut = leftOut;
    }

    /** The state that stands in the document under {@code state}. */
    public S read(RawBsonDocument document) {
        RawBsonDocument state = (RawBsonDocument) document.getDocument("state");
        ByteBuf bytes = state.getByteBuffer();
        try (BsonParser parser = new BsonParser(bytes.array(), bytes.position(), names, leftOut)) {
            return reader.readValue(parser);
        } finally {
            bytes.release();
        }
    }
}
