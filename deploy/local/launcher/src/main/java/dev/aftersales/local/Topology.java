package dev.aftersales.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parts and the order in which they may stop. A part may start once what it needs is ready.
 *
 * @param parts each after those that it needs
 */
record Topology(List<Part> parts) {

    Topology {
        Set<String> known = new LinkedHashSet<>();
        for (Part part : parts) {
            if (!known.containsAll(part.needs())) {
                throw new IllegalArgumentException(
                        part.name() + " needs " + part.needs() + ", but only " + known + " come before it");
            }
            if (!known.add(part.name())) {
                throw new IllegalArgumentException("two parts are named " + part.name());
            }
        }
        parts = List.copyOf(parts);
    }

    /** Groups of parts in the order of stopping: the longest way from what needs nothing comes first. */
    List<List<Part>> stopOrder() {
        Map<String, Integer> heights = new HashMap<>();
        SortedMap<Integer, List<Part>> groups = new TreeMap<>(Comparator.reverseOrder());
        for (Part part : parts) {
            int height = part.needs().stream()
                    .mapToInt(need -> heights.getOrDefault(need, 0) + 1)
                    .max()
                    .orElse(0);
            heights.put(part.name(), height);
            groups.computeIfAbsent(height, any -> new ArrayList<>()).add(part);
        }
        return List.copyOf(groups.values());
    }
}
