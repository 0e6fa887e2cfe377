package dev.aftersales.local.seed;

import dev.aftersales.local.seed.FirstData.Entry;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Bodies of contracts, as the API takes them. */
final class Sold {

    private Sold() {}

    static Entry contract(String number, String organisation, Shipment... shipments) {
        return new Entry(
                number,
                Map.of(
                        "organisation",
                        organisation,
                        "shipments",
                        List.of(shipments).stream().map(Shipment::body).toList()));
    }

    /** The same, with terms of its own beside the policy. */
    static Entry contract(String number, String organisation, Map<String, Object> terms, Shipment... shipments) {
        Map<String, Object> body =
                new LinkedHashMap<>(contract(number, organisation, shipments).body());
        body.put("terms", terms);
        return new Entry(number, body);
    }

    static Shipment shipment(String lot) {
        return new Shipment(Map.of(), lot, new ArrayList<>(), new ArrayList<>());
    }

    /** A shipment by sea, of units of one production lot. */
    static Shipment shipment(String billOfLading, LocalDate date, String lot) {
        return new Shipment(
                Map.of("billOfLading", billOfLading, "date", date.toString()),
                lot,
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** A production lot, named by the series and the week in which it was made. */
    static String lot(String series, LocalDate made) {
        return String.format(
                Locale.ROOT,
                "%s-%dW%02d",
                series,
                made.get(IsoFields.WEEK_BASED_YEAR),
                made.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static Map<String, Object> paper(String kind, String number, LocalDate date) {
        return Map.of("kind", kind, "number", number, "date", date.toString());
    }

    static Map<String, Object> paper(String kind, String number, LocalDate date, Map<String, String> attributes) {
        return Map.of("kind", kind, "number", number, "date", date.toString(), "attributes", attributes);
    }

    /**
     * Units that travelled together.
     *
     * @param head what stands above papers and units
     */
    record Shipment(
            Map<String, Object> head, String lot, List<Map<String, Object>> papers, List<Map<String, Object>> units) {

        /** A paper of all its units. */
        Shipment with(Map<String, Object> paper) {
            papers.add(paper);
            return this;
        }

        /** So many units of a model, numbered on from the first serial. */
        Shipment of(int count, String model, String firstSerial) {
            return of(count, model, firstSerial, serial -> Map.of());
        }

        /** The same, each with facts, papers or a price of its own. */
        Shipment of(int count, String model, String firstSerial, Function<String, Map<String, Object>> own) {
            int dash = firstSerial.indexOf('-');
            int first = Integer.parseInt(firstSerial.substring(dash + 1));
            String series = firstSerial.substring(0, dash);
            IntStream.range(first, first + count)
                    .mapToObj(number -> String.format(Locale.ROOT, "%s-%04d", series, number))
                    .forEach(serial -> {
                        Map<String, Object> unit = new LinkedHashMap<>();
                        unit.put("serial", serial);
                        unit.put("model", model);
                        unit.put("itemClass", "MAIN_UNIT");
                        unit.put("productionLot", lot);
                        unit.putAll(own.apply(serial));
                        units.add(unit);
                    });
            return this;
        }

        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>(head);
            if (!papers.isEmpty()) {
                body.put("documents", papers);
            }
            body.put("units", units);
            return body;
        }
    }
}
