package dev.aftersales.local.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a query finds its candidates: parts of one order, read one after the other or merged.
 *
 * @param bounded whether the filter narrows what is read
 * @param sorted whether the candidates come in the order that the query asks for
 * @param merged whether the parts must be merged for that
 */
record Plan(
        KeyOrder from, List<Span> spans, boolean bounded, boolean sorted, boolean merged, boolean reverse, int score) {

    /** A part of an order; {@code offset} is where the keys begin that the merge compares. */
    record Span(byte[] start, byte @Nullable [] end, int offset) {}

    /** The keys of the candidates, each once. */
    Iterator<DocumentKey> candidates() {
        Iterator<byte[]> entries = merged && spans.size() > 1 ? merge() : chain();
        Set<DocumentKey> seen = new HashSet<>();
        boolean once = spans.size() == 1 && !anyArray();
        return new Iterator<>() {
            private @Nullable DocumentKey next;

            @Override
            public boolean hasNext() {
                while (next == null && entries.hasNext()) {
                    DocumentKey key = from.documentOf(entries.next());
                    if (once || seen.add(key)) {
                        next = key;
                    }
                }
                return next != null;
            }

            @Override
            public DocumentKey next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException();
                }
                DocumentKey current = next;
                next = null;
                return current;
            }
        };
    }

    private boolean anyArray() {
        for (int i = 0; i < from.order().size(); i++) {
            if (from.throughArray(i)) {
                return true;
            }
        }
        return false;
    }

    private Iterator<byte[]> chain() {
        List<Span> order = reverse ? spans.reversed() : spans;
        Iterator<Span> parts = order.iterator();
        return new Iterator<>() {
            private Iterator<byte[]> current = List.<byte[]>of().iterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && parts.hasNext()) {
                    Span part = parts.next();
                    current = from.entries(part.start(), part.end(), reverse);
                }
                return current.hasNext();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
    }

    private Iterator<byte[]> merge() {
        Comparator<Head> order = (a, b) -> Arrays.compareUnsigned(
                a.entry(),
                a.span().offset(),
                a.entry().length,
                b.entry(),
                b.span().offset(),
                b.entry().length);
        PriorityQueue<Head> heads = new PriorityQueue<>(reverse ? order.reversed() : order);
        for (Span span : spans) {
            Iterator<byte[]> rest = from.entries(span.start(), span.end(), reverse);
            if (rest.hasNext()) {
                heads.add(new Head(rest.next(), span, rest));
            }
        }
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !heads.isEmpty();
            }

            @Override
            public byte[] next() {
                Head head = heads.remove();
                if (head.rest().hasNext()) {
                    heads.add(new Head(head.rest().next(), head.span(), head.rest()));
                }
                return head.entry();
            }
        };
    }

    private record Head(byte[] entry, Span span, Iterator<byte[]> rest) {}
}
