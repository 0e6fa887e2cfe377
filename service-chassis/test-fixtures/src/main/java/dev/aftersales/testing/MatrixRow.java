package dev.aftersales.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one route answers to each caller. */
record MatrixRow(Route route, Map<String, Expected> cells) {

    private static final String NOBODY = "nobody";
    private static final String OTHER_VENDOR = "other-vendor";
    private static final String OTHER_ORGANISATION = "other-organisation";

    /** Who speaks for each role: someone of vendor exporter. */
    private static final List<People> SPEAKERS = List.of(
            People.MARIA,
            People.AMIRA,
            People.ANNA,
            People.TOMAS,
            People.IRENE,
            People.WANG,
            People.FELIX,
            People.PETRA,
            People.VIKTOR,
            People.OLGA,
            People.CARRIER_ONE,
            People.FELLOW);

    MatrixRow {
        if (cell(cells, OTHER_VENDOR).applies() && firstAllowed(cells).isEmpty()) {
            throw new IllegalArgumentException(
                    route + " admits no role, so that nobody of another vendor can have it: write - there");
        }
    }

    /** The names of the columns, in the order that the head of the table must have. */
    static List<String> columns() {
        return IntStream.rangeClosed(0, SPEAKERS.size() + 2)
                .mapToObj(i -> {
                    if (i == 0) {
                        return NOBODY;
                    }
                    if (i <= SPEAKERS.size()) {
                        return SPEAKERS.get(i - 1).role();
                    }
                    return i == SPEAKERS.size() + 1 ? OTHER_VENDOR : OTHER_ORGANISATION;
                })
                .toList();
    }

    /** Reads the cells that follow the route, in the order of {@link #columns()}. */
    static MatrixRow of(Route route, List<String> texts) {
        List<String> columns = columns();
        if (texts.size() != columns.size()) {
            throw new IllegalArgumentException(
                    route + " has " + texts.size() + " cells after the route, not " + columns.size());
        }
        Map<String, Expected> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), new Expected(texts.get(i)));
        }
        return new MatrixRow(route, cells);
    }

    /** The token of the caller in that column; nobody has none. */
    @Nullable
    String token(String column) {
        return switch (column) {
            case NOBODY -> null;
            case OTHER_VENDOR -> ofOtherVendor(firstAllowed(cells).orElseThrow());
            case OTHER_ORGANISATION -> People.CHEN.token();
            default -> speaker(column).orElseThrow().token();
        };
    }

    private static Optional<String> firstAllowed(Map<String, Expected> cells) {
        return SPEAKERS.stream()
                .map(People::role)
                .filter(role -> cell(cells, role).admits())
                .findFirst();
    }

    private static Expected cell(Map<String, Expected> cells, String column) {
        Expected cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("the table has no column " + column);
        }
        return cell;
    }

    private static Optional<People> speaker(String role) {
        return SPEAKERS.stream().filter(person -> person.role().equals(role)).findFirst();
    }

    private static String ofOtherVendor(String role) {
        return Arrays.stream(People.values())
                .filter(person -> person.role().equals(role) && person.vendors().equals(List.of("agency")))
                .findFirst()
                .map(People::token)
                .orElseGet(() -> TestIssuer.shared()
                        .token(role + "-of-agency")
                        .vendors("agency")
                        .roles(role)
                        .sign());
    }
}
