package dev.aftersales.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Groups of parts in the order of stopping: each group is no longer needed once the earlier ones have stopped. */
    List<List<Part>> stopOrder() {
        Map<String, Part> left = new LinkedHashMap<>();
        parts.forEach(part -> left.put(part.name(), part));
        List<List<Part>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> needed = new LinkedHashSet<>();
            left.values().forEach(part -> needed.addAll(part.needs()));
            List<Part> group = left.values().stream()
                    .filter(part -> !needed.contains(part.name()))
                    .toList();
            group.forEach(part -> left.remove(part.name()));
            groups.add(group);
        }
        return groups;
    }
}
