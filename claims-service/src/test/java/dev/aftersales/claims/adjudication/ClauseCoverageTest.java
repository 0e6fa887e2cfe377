package dev.aftersales.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.Reading;
import dev.aftersales.claims.policies.ShippedPacks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * No clause of the register is forgotten: each has a case in which it decides and one in which it just does not, or an entry
 * in {@code clause-coverage.yaml} that says what holds it instead.
 */
class ClauseCoverageTest {

    /** What judging is about; of these a clause that the suite must enforce needs both kinds of cases. */
    private static final Set<Clause.Kind> JUDGED = EnumSet.of(Clause.Kind.DECIDE, Clause.Kind.EVID, Clause.Kind.MONEY);

    private static final Map<String, Integer> AMBIGUITIES = Map.of("A", 15, "B", 12, "C", 11, "D", 15, "E", 11);

    private static final Map<String, JsonNode> REGISTER = entries("policy-packs/register.yaml", "clauses");
    private static final Map<String, JsonNode> ENTRIES = entries("clause-coverage.yaml", null);
    private static final Map<String, Set<String>> DECIDING = new TreeMap<>();
    private static final Map<String, Set<String>> JUST_NOT = new TreeMap<>();

    /** What each clause does in the cases in which it decides. */
    private static final Map<String, Set<Set<String>>> EFFECTS = new TreeMap<>();

    static {
        cases().forEach(given -> {
            LineOutcome judged = given.given().judgedUnder(given.policy());
            given.deciding().forEach(clause -> EFFECTS.computeIfAbsent(clause, id -> new HashSet<>())
                    .add(effects(judged, clause)));
            note(DECIDING, given.deciding(), given.name());
            note(JUST_NOT, given.justNotDeciding(), given.name());
        });
        ExporterVerdictsTest.judgesByThePolicy().forEach(row -> {
            List<String> clauses = Stream.of(row.get()[3].toString().split(" "))
                    .map(clause -> clause.split("/")[0])
                    .toList();
            note(DECIDING, clauses, row.get()[0].toString());
            LineOutcome judged = ((GivenClaim) row.get()[1]).judged();
            clauses.forEach(clause ->
                    EFFECTS.computeIfAbsent(clause, id -> new HashSet<>()).add(effects(judged, clause)));
        });
    }

    static Set<String> register() {
        return REGISTER.keySet();
    }

    @ParameterizedTest
    @MethodSource("register")
    void hasCasesOrSaysWhatHoldsItInstead(String clause) throws IOException {
        // Given
        JsonNode entry = ENTRIES.getOrDefault(clause, MissingNode.getInstance());
        boolean judged = JUDGED.contains(kind(clause)) && force(clause) == Clause.Force.H;

        // When
        boolean decides = DECIDING.containsKey(clause);
        boolean justNot = JUST_NOT.containsKey(clause);

        // Then
        if (entry.has("test") || entry.has("also")) {
            assertThat(sourceOf(
                            entry.path("test").asString() + entry.path("also").asString()))
                    .as(clause + " is not named where it is said to be held")
                    .containsAnyOf(clause, clause.toLowerCase(Locale.ROOT).replace(".", ""));
        }
        if (entry.isMissingNode() || entry.has("also")) {
            assertThat(decides).as(clause + " decides no case and has no entry").isTrue();
            assertThat(justNot || !judged)
                    .as(clause + " decides cases, but there is none in which it just does not")
                    .isTrue();
        } else if (!entry.has("test")) {
            assertThat(entry.path("notYet").asString()
                            + entry.path("notComputed").asString())
                    .as(clause + " has an entry that says nothing")
                    .isNotBlank();
            assertThat(decides && justNot)
                    .as(clause + " has cases of both kinds; its entry says that it has not")
                    .isFalse();
        }
    }

    private static String sourceOf(String type) throws IOException {
        Path source = Path.of("src/test/java", type.replace('.', '/') + ".java");
        assertThat(source).as("a class of tests").exists();
        return Files.readString(source);
    }

    /** Else a case would say that a clause just does not decide, and nobody would see that it does. */
    @ParameterizedTest
    @MethodSource("cases")
    void showsAnotherEffectWhereItJustDoesNotDecide(PolicyCase given) {
        // When
        LineOutcome judged = given.given().judgedUnder(given.policy());

        // Then
        for (String clause : given.justNotDeciding()) {
            assertThat(EFFECTS.getOrDefault(clause, Set.of()))
                    .as(clause + " has the same effect in every case, also in: " + given)
                    .anyMatch(effects -> !effects.equals(effects(judged, clause)));
        }
    }

    /** What the clause does to an outcome: effects of its citations, and who pays by it. */
    private static Set<String> effects(LineOutcome outcome, String clause) {
        Set<String> effects = new TreeSet<>();
        outcome.explanation().citations().stream()
                .filter(citation -> citation.clause().equals(clause))
                .forEach(citation -> effects.add(citation.effect().name()));
        outcome.charges().stream()
                .filter(split -> split.clause().equals(clause))
                .forEach(split -> effects.add(split.item() + " " + split.payer()));
        return effects;
    }

    @Test
    void namesNoClauseThatIsNotInTheRegister() {
        assertThat(REGISTER.keySet())
                .containsAll(ENTRIES.keySet())
                .containsAll(DECIDING.keySet())
                .containsAll(JUST_NOT.keySet())
                .hasSize(140);
    }

    @Test
    void everyPackHoldsTheClausesOfItsPolicyAndNoOther() {
        for (CompiledPolicy policy : ShippedPacks.ALL) {
            Map<String, Clause> clauses = policy.rules().clauses();
            assertThat(clauses.keySet())
                    .as(policy.version())
                    .containsExactlyElementsOf(REGISTER.keySet().stream()
                            .filter(id -> id.startsWith(policy.rules().policy()))
                            .toList());
            clauses.forEach((id, clause) -> {
                assertThat(clause.kind()).as(id).isEqualTo(kind(id));
                assertThat(clause.force()).as(id).isEqualTo(force(id));
            });
        }
    }

    @Test
    void everyAmbiguityOfTheRegisterIsAReading() {
        for (CompiledPolicy policy : ShippedPacks.ALL) {
            String letter = policy.rules().policy();
            Set<String> settled = policy.rules().readings().values().stream()
                    .map(Reading::settles)
                    .filter(settles -> settles != null && settles.contains("?"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(settled)
                    .as(policy.version())
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AMBIGUITIES.get(letter))
                            .mapToObj(number -> letter + "?" + number)
                            .toList());
        }
    }

    static Stream<PolicyCase> cases() {
        return Stream.of(
                        ExporterVerdictsTest.cases(),
                        ShopsVerdictsTest.cases(),
                        AgencyVerdictsTest.cases(),
                        OnlineVerdictsTest.cases(),
                        ProjectVerdictsTest.cases())
                .flatMap(table -> table);
    }

    private static void note(Map<String, Set<String>> where, List<String> clauses, String name) {
        clauses.forEach(
                clause -> where.computeIfAbsent(clause, id -> new TreeSet<>()).add(name));
    }

    private static Clause.Kind kind(String clause) {
        return Clause.Kind.valueOf(REGISTER.get(clause).get("kind").asString());
    }

    private static Clause.Force force(String clause) {
        return Clause.Force.valueOf(REGISTER.get(clause).get("force").asString());
    }

    private static Map<String, JsonNode> entries(String file, @org.jspecify.annotations.Nullable String key) {
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            JsonNode document = new YAMLMapper().readTree(content);
            JsonNode all = key == null ? document : document.get(key);
            Map<String, JsonNode> entries = new LinkedHashMap<>();
            all.propertyNames().forEach(id -> entries.put(id, all.get(id)));
            return entries;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
