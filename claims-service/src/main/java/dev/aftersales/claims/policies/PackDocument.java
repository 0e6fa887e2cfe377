package dev.aftersales.claims.policies;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a pack as values, with the line on which each of them stands.
 *
 * <p>A pack is written by people and read by machines: one document of plain mappings, lists and scalars. What YAML knows
 * beyond that (anchors and aliases, tags, several documents) is refused, so that a text can neither grow when it is read
 * nor name a type. It is read event by event; a text that is too long or too deep ends the reading where it becomes so.
 */
final class PackDocument {

    /** Far above what a policy takes (30,000), far below what hurts. */
    static final int MOST_CHARACTERS = 256 * 1024;

    static final int DEEPEST = 12;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,6})?");
    private static final ScalarResolver SCALARS = new CoreSchema().getScalarResolver();

    private final String file;
    private final JsonNode values;
    private final Map<String, Integer> lines;

    private PackDocument(String file, JsonNode values, Map<String, Integer> lines) {
        this.file = file;
        this.values = values;
        this.lines = lines;
    }

    /**
     * Reads the text.
     *
     * @throws PackError when it is no such document; duplicate keys are all named
     */
    static PackDocument of(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new PackError(
                    file, "the document", "is longer than " + MOST_CHARACTERS + " characters; no policy needs as many");
        }
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setParseComments(false).build();
        Reading reading =
                new Reading(file, new Parse(settings).parseString(text).iterator());
        try {
            JsonNode values = reading.document();
            if (!reading.problems.isEmpty()) {
                throw new PackError(reading.problems);
            }
            return new PackDocument(file, values, reading.lines);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw new PackError(List.of(new PackProblem(file, line, "line " + line, e.getProblem())));
        } catch (YamlEngineException e) {
            throw new PackError(file, "the document", "is no YAML: " + e.getMessage());
        }
    }

    JsonNode values() {
        return values;
    }

    /** Something that is wrong at this place. */
    PackProblem problem(String path, String rule) {
        return new PackProblem(file, lineOf(path), path.isEmpty() ? "the document" : path, rule);
    }

    /** On which line the value at this path stands, or the nearest one around it. */
    private int lineOf(String path) {
        String place = path;
        while (true) {
            Integer line = lines.get(place);
            if (line != null) {
                return line;
            }
            if (place.isEmpty()) {
                return 1;
            }
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
    }

    /** One pass over the events of the parser. */
    private static final class Reading {

        private final String file;
        private final Iterator<Event> events;
        private final Map<String, Integer> lines = new HashMap<>();
        private final List<PackProblem> problems = new ArrayList<>();

        Reading(String file, Iterator<Event> events) {
            this.file = file;
            this.events = events;
        }

        JsonNode document() {
            next(Event.ID.StreamStart);
            Event start = events.next();
            if (start.getEventId() != Event.ID.DocumentStart) {
                throw error(start, "the document", "is empty");
            }
            JsonNode values = node(events.next(), "", 1);
            next(Event.ID.DocumentEnd);
            Event end = events.next();
            if (end.getEventId() != Event.ID.StreamEnd) {
                throw error(end, "the document", "is followed by another one; a pack is one document");
            }
            return values;
        }

        private void next(Event.ID expected) {
            Event event = events.next();
            if (event.getEventId() != expected) {
                throw error(event, "the document", "ends before it should");
            }
        }

        private JsonNode node(Event event, String path, int depth) {
            String place = path.isEmpty() ? "the document" : path;
            if (event instanceof AliasEvent) {
                throw error(event, place, "refers to another place by an alias; write the value out");
            }
            if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
                throw error(event, place, "bears an anchor; a pack knows no anchors and aliases");
            }
            if (depth > DEEPEST) {
                throw error(event, place, "lies deeper than " + DEEPEST + " levels");
            }
            lines.putIfAbsent(path, line(event));
            return switch (event) {
                case MappingStartEvent mapping -> mapping(plain(mapping, mapping.getTag(), place), path, depth);
                case SequenceStartEvent list -> list(plain(list, list.getTag(), place), path, depth);
                case ScalarEvent scalar -> scalar(plain(scalar, scalar.getTag(), place), place);
                default -> throw error(event, place, "is no value");
            };
        }

        private <E extends Event> E plain(E event, Optional<String> tag, String place) {
            if (tag.isPresent()) {
                throw error(event, place, "bears the tag " + tag.get() + "; a pack knows no tags");
            }
            return event;
        }

        private JsonNode mapping(MappingStartEvent start, String path, int depth) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
                if (!(key instanceof ScalarEvent name)
                        || name.getAnchor().isPresent()
                        || name.getTag().isPresent()) {
                    throw error(key, path.isEmpty() ? "the document" : path, "has a key that is not plain text");
                }
                String place = path.isEmpty() ? name.getValue() : path + "." + name.getValue();
                boolean twice = values.has(name.getValue());
                if (twice) {
                    problems.add(new PackProblem(
                            file, line(key), place, "stands there twice, first on line " + lines.get(place)));
                } else {
                    lines.put(place, line(key));
                }
                JsonNode value = node(events.next(), place, depth + 1);
                if (!twice) {
                    values.set(name.getValue(), value);
                }
            }
            return values;
        }

        private JsonNode list(SequenceStartEvent start, String path, int depth) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (Event entry = events.next(); entry.getEventId() != Event.ID.SequenceEnd; entry = events.next()) {
                values.add(node(entry, path + "[" + values.size() + "]", depth + 1));
            }
            return values;
        }

        /** A scalar that is written plainly may be a number, true, false or nothing; in quotes it is text. */
        private JsonNode scalar(ScalarEvent event, String place) {
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            String value = event.getValue();
            Tag tag = event.isPlain() ? SCALARS.resolve(value, true) : Tag.STR;
            if (tag.equals(Tag.NULL)) {
                return nodes.nullNode();
            }
            if (tag.equals(Tag.BOOL)) {
                return nodes.booleanNode(Boolean.parseBoolean(value));
            }
            if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
                return number(event, place, value);
            }
            return nodes.stringNode(value);
        }

        private JsonNode number(ScalarEvent event, String place, String value) {
            if (!NUMBER.matcher(value).matches()) {
                String shown = value.length() <= 20 ? value : value.substring(0, 20) + "...";
                throw error(event, place, "is '" + shown + "'; a number has at most 9 digits and 6 decimals");
            }
            return value.contains(".")
                    ? JsonNodeFactory.instance.numberNode(new BigDecimal(value))
                    : JsonNodeFactory.instance.numberNode(Integer.parseInt(value));
        }

        private PackError error(Event event, String place, String rule) {
            List<PackProblem> all = new ArrayList<>(problems);
            all.add(new PackProblem(file, line(event), place, rule));
            return new PackError(all);
        }

        private static int line(Event event) {
            return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        }
    }
}
