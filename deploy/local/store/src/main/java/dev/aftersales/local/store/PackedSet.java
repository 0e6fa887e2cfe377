package dev.aftersales.local.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered set of byte strings in little memory: blocks of neighbours, of each only what differs from the one before.
 * One writer at a time; readers may go on meanwhile and see later changes or not.
 */
final class PackedSet {

    private static final Comparator<byte[]> ORDER = Arrays::compareUnsigned;
    private static final int MOST = 32;
    private static final int LOW_BITS = 0x7F;
    private static final int LONGEST_NUMBER = 5;

    private final NavigableMap<byte[], byte[]> blocks = new ConcurrentSkipListMap<>(ORDER);
    private volatile int size;

    int size() {
        return size;
    }

    void clear() {
        blocks.clear();
        size = 0;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void add(byte[] item) {
        Map.@Nullable Entry<byte[], byte[]> home = home(item);
        if (home == null) {
            put(List.of(item));
            size++;
            return;
        }
        List<byte[]> items = unpacked(home.getValue());
        int found = Collections.binarySearch(items, item, ORDER);
        if (found >= 0) {
            return;
        }
        int at = -found - 1;
        items.add(at, item);
        size++;
        int cut = items.size();
        if (cut > MOST) {
            cut = at == items.size() - 1 ? at : items.size() / 2; // ascending inserts leave full blocks behind
            put(items.subList(cut, items.size()));
        }
        replace(home.getKey(), items.subList(0, cut));
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void remove(byte[] item) {
        Map.@Nullable Entry<byte[], byte[]> home = home(item);
        if (home == null) {
            return;
        }
        List<byte[]> items = unpacked(home.getValue());
        int found = Collections.binarySearch(items, item, ORDER);
        if (found >= 0) {
            items.remove(found);
            size--;
            replace(home.getKey(), items);
        }
    }

    /** The items from {@code start} to before {@code end} (null: to the last), backwards if {@code reverse}. */
    Iterator<byte[]> items(byte[] start, byte @Nullable [] end, boolean reverse) {
        return new Walk(start, end, reverse);
    }

    private Map.@Nullable Entry<byte[], byte[]> home(byte[] item) {
        Map.Entry<byte[], byte[]> floor = blocks.floorEntry(item);
        return floor == null ? blocks.firstEntry() : floor;
    }

    private void put(List<byte[]> items) {
        blocks.put(items.getFirst(), packed(items));
    }

    /** The new block is there before the old one goes, so that a reader misses nothing. */
    private void replace(byte[] key, List<byte[]> items) {
        if (!items.isEmpty()) {
            put(items);
        }
        if (items.isEmpty() || !Arrays.equals(items.getFirst(), key)) {
            blocks.remove(key);
        }
    }

    private static byte[] packed(List<byte[]> items) {
        int most = 0;
        for (byte[] item : items) {
            most += item.length + 2 * LONGEST_NUMBER;
        }
        byte[] block = new byte[most];
        int at = 0;
        byte[] before = {};
        for (byte[] item : items) {
            int differs = Arrays.mismatch(before, item);
            int shared = differs < 0 ? item.length : differs;
            int rest = item.length - shared;
            at = number(block, number(block, at, shared), rest);
            System.arraycopy(item, shared, block, at, rest);
            at += rest;
            before = item;
        }
        return Arrays.copyOf(block, at);
    }

    /** Answers where the next byte belongs. */
    private static int number(byte[] block, int at, int value) {
        int next = at;
        int rest = value;
        while (rest > LOW_BITS) {
            block[next++] = (byte) (rest & LOW_BITS | LOW_BITS + 1);
            rest >>>= 7;
        }
        block[next++] = (byte) rest;
        return next;
    }

    private static List<byte[]> unpacked(byte[] block) {
        List<byte[]> items = new ArrayList<>(MOST + 1);
        byte[] before = {};
        int[] at = {0};
        while (at[0] < block.length) {
            int shared = number(block, at);
            int rest = number(block, at);
            byte[] item = Arrays.copyOf(before, shared + rest);
            System.arraycopy(block, at[0], item, shared, rest);
            at[0] += rest;
            items.add(item);
            before = item;
        }
        return items;
    }

    private static int number(byte[] block, int[] at) {
        int value = 0;
        int shift = 0;
        while (true) {
            int part = block[at[0]++];
            value |= (part & LOW_BITS) << shift;
            if (part >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    /** Goes from block to block; what a change moved to where it has been is not given twice. */
    private final class Walk implements Iterator<byte[]> {

        private final byte[] start;
        private final byte @Nullable [] end;
        private final boolean reverse;
        private Iterator<byte[]> block;
        private byte @Nullable [] next;
        private byte @Nullable [] last;

        Walk(byte[] start, byte @Nullable [] end, boolean reverse) {
            this.start = start;
            this.end = end;
            this.reverse = reverse;
            Map.Entry<byte[], byte[]> first =
                    reverse ? (end == null ? blocks.lastEntry() : blocks.lowerEntry(end)) : home(start);
            this.block = in(first);
        }

        @Override
        public boolean hasNext() {
            while (next == null) {
                if (!block.hasNext()) {
                    byte[] from = last;
                    block = from == null ? Collections.emptyIterator() : in(neighbour(from));
                    if (!block.hasNext()) {
                        return false;
                    }
                }
                byte[] item = block.next();
                if (beyond(item)) {
                    block = Collections.emptyIterator();
                    last = null;
                    return false;
                }
                if (ahead(item)) {
                    next = item;
                }
                if (last == null || ahead(item)) {
                    last = item;
                }
            }
            return true;
        }

        @Override
        public byte[] next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            byte[] item = next;
            next = null;
            return item;
        }

        private Map.@Nullable Entry<byte[], byte[]> neighbour(byte[] from) {
            return reverse ? blocks.lowerEntry(from) : blocks.higherEntry(from);
        }

        private Iterator<byte[]> in(Map.@Nullable Entry<byte[], byte[]> entry) {
            if (entry == null) {
                return Collections.emptyIterator();
            }
            List<byte[]> items = unpacked(entry.getValue());
            return (reverse ? items.reversed() : items).iterator();
        }

        private boolean beyond(byte[] item) {
            return reverse ? ORDER.compare(item, start) < 0 : end != null && ORDER.compare(item, end) >= 0;
        }

        private boolean ahead(byte[] item) {
            byte[] seen = last;
            if (reverse) {
                return (end == null || ORDER.compare(item, end) < 0) && (seen == null || ORDER.compare(item, seen) < 0);
            }
            return ORDER.compare(item, start) >= 0 && (seen == null || ORDER.compare(item, seen) > 0);
        }
    }
}
