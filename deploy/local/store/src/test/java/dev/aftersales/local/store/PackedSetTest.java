package dev.aftersales.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PackedSetTest {

    private final PackedSet packed = new PackedSet();
    private final NavigableSet<String> plain = new TreeSet<>();

    @Test
    void behavesAsAnOrderedSet() {
        Random random = new Random(11);
        for (int step = 0; step < 20_000; step++) {
            String item = "k" + random.nextInt(3_000);
            if (random.nextInt(5) < 3) {
                packed.add(bytes(item));
                plain.add(item);
            } else {
                packed.remove(bytes(item));
                plain.remove(item);
            }
            if (step % 200 == 0) {
                String from = "k" + random.nextInt(3_000);
                String to = "k" + random.nextInt(3_000);
                assertThat(items(from, null, false)).containsExactlyElementsOf(plain.tailSet(from, true));
                assertThat(items(from, null, true))
                        .containsExactlyElementsOf(plain.tailSet(from, true).descendingSet());
                if (from.compareTo(to) < 0) {
                    assertThat(items(from, to, false)).containsExactlyElementsOf(plain.subSet(from, true, to, false));
                    assertThat(items(from, to, true))
                            .containsExactlyElementsOf(
                                    plain.subSet(from, true, to, false).descendingSet());
                }
                assertThat(packed.size()).isEqualTo(plain.size());
            }
        }
    }

    @Test
    void givesEachItemOnceWhileItChanges() {
        for (int i = 1_000; i < 2_000; i++) {
            packed.add(bytes("k" + i));
        }
        List<String> seen = new ArrayList<>();
        var walk = packed.items(bytes(""), null, false);
        while (walk.hasNext()) {
            String item = text(walk.next());
            seen.add(item);
            packed.remove(bytes(item));
            packed.add(bytes("a" + item));
        }
        assertThat(seen).hasSize(1_000).doesNotHaveDuplicates();
    }

    private List<String> items(String from, String to, boolean reverse) {
        List<String> items = new ArrayList<>();
        packed.items(bytes(from), to == null ? null : bytes(to), reverse)
                .forEachRemaining(item -> items.add(text(item)));
        return items;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
