package dev.aftersales.claims.versions;

import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.versions.Difference.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * What differs between two versions, over the trees of their packs: it knows no rule of a pack, only that a rule may name
 * its clause and what it is about. The same two packs always give the same list in the same order.
 */
final class PolicyDiff {

    /** What a version is called and when it takes effect is told beside. */
    private static final Set<String> NOT_TOLD = Set.of("vendor", "policy", "version", "effectiveFrom");

    /** What a rule is about, beside its clause: the first of these that it has. */
    private static final List<String> SUBJECTS =
            List.of("item", "items", "service", "rule", "guard", "document", "fact", "start", "when", "within");

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final DiffWords before;
    private final DiffWords after;
    private final List<Difference> differences = new ArrayList<>();

    private PolicyDiff(DiffWords before, DiffWords after) {
        this.before = before;
        this.after = after;
    }

    /** Everything in which the one differs from the other. */
    static List<Difference> between(PolicySource before, PolicySource after) {
        PolicyDiff diff = new PolicyDiff(new DiffWords(before), new DiffWords(after));
        Set<String> sections = new LinkedHashSet<>(DiffWords.sections());
        sections.addAll(before.tree().propertyNames());
        sections.addAll(after.tree().propertyNames());
        sections.removeAll(NOT_TOLD);
        for (String section : sections) {
            diff.compare(
                    new Place(section, section, null, null, List.of()),
                    before.tree().path(section),
                    after.tree().path(section));
        }
        return List.copyOf(diff.differences);
    }

    /**
     * Where in the pack.
     *
     * @param clause of the nearest rule around
     * @param subject what that rule is about
     * @param fields the names on the way from the rule
     */
    private record Place(
            String section,
            String path,
            @Nullable String clause,
            @Nullable String subject,
            List<String> fields) {

        /** Whose value stands there; absent where it is a whole rule. */
        @Nullable
        String field(DiffWords words) {
            return section.equals("readings") && subject != null
                    ? words.settledBy(subject)
                    : fields.isEmpty() ? null : fields.getLast();
        }

        Place field(String key) {
            List<String> more = new ArrayList<>(fields);
            more.add(key);
            return new Place(section, path + "." + key, clause, subject, more);
        }

        /** A named entry, or a rule of a list. */
        Place entry(String at, @Nullable String about) {
            return new Place(section, path + at, clause, about == null ? subject : about, fields);
        }

        Place under(@Nullable String ownClause) {
            return ownClause == null ? this : new Place(section, path, ownClause, subject, fields);
        }
    }

    private void compare(Place place, JsonNode from, JsonNode to) {
        if (from.equals(to)) {
            return;
        }
        if (isMissing(from) || isMissing(to)) {
            Place at = place.under(clauseOf(isMissing(to) ? from : to));
            tell(at, isMissing(from) ? Kind.ADDED : Kind.REMOVED, from, to);
        } else if (from.isArray() || to.isArray()) {
            compareLists(place, listOf(from), listOf(to));
        } else if (isValue(from) || isValue(to)) {
            tell(place, Kind.CHANGED, from, to);
        } else {
            compareFields(place.under(clauseOf(to)), from, to);
        }
    }

    private void compareFields(Place place, JsonNode from, JsonNode to) {
        Set<String> keys = new LinkedHashSet<>(to.propertyNames());
        keys.addAll(from.propertyNames());
        boolean named = place.fields().isEmpty() && place.subject() == null && isNamed(place.section());
        for (String key : keys) {
            compare(named ? place.entry("." + key, key) : place.field(key), from.path(key), to.path(key));
        }
    }

    /** Sections whose keys are names that the pack chooses itself. */
    private static boolean isNamed(String section) {
        return Set.of("clauses", "readings", "codes", "facts", "products").contains(section);
    }

    private void compareLists(Place place, List<JsonNode> from, List<JsonNode> to) {
        if (from.stream().allMatch(PolicyDiff::isValue) && to.stream().allMatch(PolicyDiff::isValue)) {
            compareValues(place, from, to);
        } else {
            compareRules(place, from, to);
        }
    }

    private void compareValues(Place place, List<JsonNode> from, List<JsonNode> to) {
        List<JsonNode> added = without(to, from);
        List<JsonNode> removed = without(from, to);
        if (!added.isEmpty()) {
            tell(place, Kind.ADDED, NOTHING, list(added));
        }
        if (!removed.isEmpty()) {
            tell(place, Kind.REMOVED, list(removed), NOTHING);
        }
        if (added.isEmpty() && removed.isEmpty()) {
            tell(place, Kind.REORDERED, list(from), list(to));
        }
    }

    private void compareRules(Place place, List<JsonNode> from, List<JsonNode> to) {
        int[] match = new int[to.size()];
        Arrays.fill(match, -1);
        Set<Integer> taken = new HashSet<>();
        match(from, to, match, taken, JsonNode::equals);
        match(from, to, match, taken, (one, other) -> clauseIsSame(one, other) && subjectIsSame(one, other));
        match(from, to, match, taken, PolicyDiff::clauseIsSame);
        int last = -1;
        boolean reordered = false;
        for (int i = 0; i < to.size(); i++) {
            JsonNode rule = to.get(i);
            Place at = place.entry("[" + i + "]", subjectOf(rule));
            if (match[i] < 0) {
                compare(at, NOTHING, rule);
            } else {
                compare(at, from.get(match[i]), rule);
                reordered |= match[i] < last;
                last = Math.max(last, match[i]);
            }
        }
        for (int i = 0; i < from.size(); i++) {
            if (!taken.contains(i)) {
                compare(place.entry("[" + i + "]", subjectOf(from.get(i))), from.get(i), NOTHING);
            }
        }
        if (reordered) {
            tell(place, Kind.REORDERED, headings(from), headings(to));
        }
    }

    private static void match(
            List<JsonNode> from,
            List<JsonNode> to,
            int[] match,
            Set<Integer> taken,
            BiPredicate<JsonNode, JsonNode> same) {
        for (int i = 0; i < to.size(); i++) {
            for (int j = 0; j < from.size() && match[i] < 0; j++) {
                if (!taken.contains(j) && same.test(from.get(j), to.get(i))) {
                    match[i] = j;
                    taken.add(j);
                }
            }
        }
    }

    private static boolean clauseIsSame(JsonNode one, JsonNode other) {
        return clauseOf(one) != null && one.get("clause").equals(other.get("clause"));
    }

    private static boolean subjectIsSame(JsonNode one, JsonNode other) {
        return Objects.equals(subjectOf(one), subjectOf(other));
    }

    private static @Nullable String clauseOf(JsonNode rule) {
        return rule.path("clause").isString() ? rule.get("clause").asString() : null;
    }

    private static @Nullable String subjectOf(JsonNode rule) {
        return SUBJECTS.stream()
                .map(rule::path)
                .filter(subject -> subject.isString() || isListOfCodes(subject))
                .findFirst()
                .map(subject -> String.join(
                        ",", listOf(subject).stream().map(JsonNode::asString).toList()))
                .orElse(null);
    }

    private static boolean isListOfCodes(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.valueStream().allMatch(JsonNode::isString);
    }

    /** What a rule is about, in words. */
    private static Text about(String subject, DiffWords words) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return words.of(json.arrayNode()
                .addAll(Arrays.stream(subject.split(","))
                        .map(code -> (JsonNode) json.stringNode(code))
                        .toList()));
    }

    private static JsonNode headings(List<JsonNode> rules) {
        return list(rules.stream()
                .map(rule -> (JsonNode) JsonNodeFactory.instance.stringNode(
                        clauseOf(rule) == null ? String.valueOf(subjectOf(rule)) : clauseOf(rule)))
                .toList());
    }

    private static List<JsonNode> without(List<JsonNode> all, List<JsonNode> some) {
        return all.stream().filter(one -> !some.contains(one)).toList();
    }

    private static JsonNode list(List<JsonNode> nodes) {
        return JsonNodeFactory.instance.arrayNode().addAll(nodes);
    }

    private static List<JsonNode> listOf(JsonNode node) {
        return node.isArray() ? node.valueStream().toList() : List.of(node);
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** Also one that stands in a reading. */
    private static boolean isValue(JsonNode node) {
        return !node.isContainer() || (node.isObject() && node.size() == 1 && node.has("reading"));
    }

    private void tell(Place place, Kind kind, JsonNode from, JsonNode to) {
        Text was = isMissing(from) ? new Text("", "") : before.of(from, place.field(before));
        Text becomes = isMissing(to) ? new Text("", "") : after.of(to, place.field(after));
        Text heading = heading(place);
        Text said =
                switch (kind) {
                    case CHANGED ->
                        new Text(was.en() + " becomes " + becomes.en(), "由" + was.zh() + "改为" + becomes.zh());
                    case ADDED -> new Text("new: " + becomes.en(), "新增：" + becomes.zh());
                    case REMOVED -> new Text("no longer: " + was.en(), "不再有：" + was.zh());
                    case REORDERED -> new Text("now in the order " + becomes.en(), "顺序改为：" + becomes.zh());
                };
        differences.add(new Difference(
                place.section(),
                place.clause(),
                kind,
                place.path(),
                isMissing(from) ? null : shown(from),
                isMissing(to) ? null : shown(to),
                ended(heading.en() + ": " + said.en(), "."),
                ended(heading.zh() + "：" + said.zh(), "。")));
    }

    /** For example {@code Evidence (B4.2, warranty card), proof}. */
    private Text heading(Place place) {
        Text section = DiffWords.section(place.section());
        StringBuilder en = new StringBuilder(section.en());
        StringBuilder zh = new StringBuilder(section.zh());
        String subject = place.subject();
        Text about = subject == null ? new Text("", "") : about(subject, after);
        String clause = place.clause();
        if (clause != null || subject != null) {
            en.append(" (").append(clause == null ? "" : clause);
            zh.append("（").append(clause == null ? "" : clause);
            if (clause != null && subject != null) {
                en.append(", ");
                zh.append("，");
            }
            en.append(about.en()).append(")");
            zh.append(about.zh()).append("）");
        }
        for (String key : place.fields()) {
            Text field = after.key(key);
            en.append(", ").append(field.en());
            zh.append("，").append(field.zh());
        }
        return new Text(en.toString(), zh.toString());
    }

    private static String ended(String sentence, String stop) {
        return sentence.endsWith(".") || sentence.endsWith("。") || sentence.endsWith("…") ? sentence : sentence + stop;
    }

    private static String shown(JsonNode node) {
        return isValue(node) && !node.isContainer() ? node.asString() : node.toString();
    }
}
