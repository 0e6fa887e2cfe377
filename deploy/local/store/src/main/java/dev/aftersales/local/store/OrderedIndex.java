package dev.aftersales.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index. Its entries are in memory (about 50 bytes for each document) and rebuilt when the collection is
 * opened, so that the documents on disk are the only truth and a crash leaves nothing to repair.
 *
 * <p>An entry is the keys' bytes, the document's key unless that is the last of these, and its length in two bytes.
 */
final class OrderedIndex extends Index<DocumentKey> implements KeyOrder {

    private static final int TRAILER = Short.BYTES;

    private final PackedSet entries = new PackedSet();
    private final IndexedValues values;
    private final IndexRules rules;
    private final boolean[] throughArray;
    private final boolean idIsLastKey;

    OrderedIndex(String name, List<IndexKey> keys, IndexRules rules) {
        super(name, keys, rules.sparse());
        this.values = new IndexedValues(keys());
        this.rules = rules;
        this.throughArray = new boolean[keys.size()];
        this.idIsLastKey = keys.getLast().getKey().equals("_id");
    }

    /** What an index leaves out and forbids. */
    record IndexRules(
            boolean unique, boolean sparse, @Nullable Document filter) {}

    /** Names of those fields of a document, no paths, on which its entries depend. */
    Set<String> fields() {
        Set<String> fields = new HashSet<>();
        keys().forEach(path -> fields.add(firstOf(path)));
        if (rules.filter() != null) {
            addFieldsOf(rules.filter(), fields);
        }
        return fields;
    }

    private static void addFieldsOf(Document filter, Set<String> fields) {
        filter.forEach((path, condition) -> {
            if (path.startsWith("$") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> addFieldsOf((Document) part, fields)); // $and, as a partial index may have
            } else {
                fields.add(firstOf(path));
            }
        });
    }

    private static String firstOf(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    @Override
    public List<IndexKey> order() {
        return getKeys();
    }

    @Override
    public boolean throughArray(int position) {
        return throughArray[position];
    }

    @Override
    public boolean holds(Constraints constraints) {
        return (!rules.sparse() || keys().stream().anyMatch(constraints::needsPresence))
                && (rules.filter() == null || constraints.imply(rules.filter()));
    }

    @Override
    public boolean endsWithId() {
        return !idIsLastKey;
    }

    @Override
    public Iterator<byte[]> entries(byte[] start, byte @Nullable [] end, boolean reverse) {
        return entries.items(start, end, reverse);
    }

    @Override
    public DocumentKey documentOf(byte[] entry) {
        int end = entry.length - TRAILER;
        int length = (entry[end] & 0xFF) << Byte.SIZE | entry[end + 1] & 0xFF;
        byte[] id = Arrays.copyOfRange(entry, end - length, end);
        return new DocumentKey(idIsLastKey && !lastKey().isAscending() ? KeyBytes.inverted(id) : id);
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex that
                && rules.equals(that.rules)
                && describe(getKeys()).equals(describe(that.getKeys()));
    }

    @Override
    protected boolean isSparse() {
        return true; // not every document needs an entry here: the _id index alone knows each position
    }

    @Override
    public boolean isUnique() {
        return rules.unique();
    }

    @Override
    public boolean isEmpty() {
        return false; // the collection fills it, in one pass for all indexes
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public @Nullable DocumentKey getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        refuseDuplicate(document, StoreCollection.keyOf(document), collection);
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        refuseDuplicate(document, position, collection);
        entriesOf(document, position).forEach(entries::add);
    }

    @Override
    public @Nullable DocumentKey remove(Document document) {
        entriesOf(document, StoreCollection.keyOf(document)).forEach(entries::remove);
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<DocumentKey> collection) {
        refuseDuplicate(after, StoreCollection.keyOf(before), collection);
    }

    @Override
    public void updateInPlace(
            Document before, Document after, DocumentKey position, MongoCollection<DocumentKey> collection) {
        NavigableSet<byte[]> stale = entriesOf(before, position);
        NavigableSet<byte[]> fresh = entriesOf(after, position);
        fresh.stream().filter(entry -> !stale.contains(entry)).forEach(entries::add);
        stale.stream().filter(entry -> !fresh.contains(entry)).forEach(entries::remove);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<DocumentKey> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned by the collection");
    }

    @Override
    public void drop() {
        entries.clear();
    }

    private void refuseDuplicate(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        List<List<Object>> rows = rows(document);
        if (!rules.unique()) {
            return;
        }
        for (List<Object> row : rows) {
            byte[] keys = keysOf(row);
            Iterator<byte[]> same = entries(keys, KeyBytes.after(keys), false);
            while (same.hasNext()) {
                if (!documentOf(same.next()).equals(position)) {
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(row));
                }
            }
        }
    }

    private List<List<Object>> rows(Document document) {
        if (rules.sparse() && !values.present(document)
                || rules.filter() != null && !new DefaultQueryMatcher().matches(document, rules.filter())) {
            return List.of();
        }
        return values.rows(document);
    }

    private NavigableSet<byte[]> entriesOf(Document document, DocumentKey position) {
        NavigableSet<byte[]> result = new TreeSet<>(Arrays::compareUnsigned);
        for (List<Object> row : rows(document)) {
            result.add(entry(keysOf(row), position));
        }
        if (!result.isEmpty()) {
            noteArrays(document);
        }
        return result;
    }

    private void noteArrays(Document document) {
        for (int i = 0; i < throughArray.length; i++) {
            if (!throughArray[i]
                    && IndexedValues.arrayOn(document, getKeys().get(i).getKey()) != null) {
                throughArray[i] = true;
            }
        }
    }

    private byte[] keysOf(List<Object> row) {
        byte[] bytes = {};
        for (int i = 0; i < row.size(); i++) {
            byte[] part = KeyBytes.of(row.get(i));
            bytes = KeyBytes.joined(bytes, getKeys().get(i).isAscending() ? part : KeyBytes.inverted(part));
        }
        return bytes;
    }

    private IndexKey lastKey() {
        return getKeys().getLast();
    }

    private byte[] entry(byte[] keys, DocumentKey position) {
        int length = position.bytes().length;
        byte[] id = idIsLastKey ? new byte[0] : position.bytes();
        byte[] result = Arrays.copyOf(keys, keys.length + id.length + TRAILER);
        System.arraycopy(id, 0, result, keys.length, id.length);
        result[result.length - 2] = (byte) (length >> Byte.SIZE);
        result[result.length - 1] = (byte) length;
        return result;
    }

    private static List<String> describe(List<IndexKey> keys) {
        List<String> described = new ArrayList<>();
        keys.forEach(key -> described.add(Objects.toString(key.getKey()) + (key.isAscending() ? '+' : '-')));
        return described;
    }
}
