package dev.aftersales.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.Reading;
import dev.aftersales.claims.entitlements.EntitlementsTest;
import dev.aftersales.claims.policies.ShippedPacks;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * No clause of the register is forgotten: each has a case in which it decides and one in which it just does not, or an entry
 * in {@code clause-coverage.yaml} that says what holds it instead.
 */
class ClauseCoverageTest {

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
    void hasCasesOrSaysWhatHoldsItInstead(String clause) throws ClassNotFoundException, IOException {
        // Given
        JsonNode entry = ENTRIES.getOrDefault(clause, MissingNode.getInstance());
        boolean enforced = force(clause) == Clause.Force.H;
        boolean decides = DECIDING.containsKey(clause);
        boolean justNot = JUST_NOT.containsKey(clause);

        // When
        if (entry.has("test") || entry.has("also")) {
            Cases held =
                    Cases.in(entry.path("test").asString() + entry.path("also").asString());
            assertThat(held.deciding().contains(clause) || held.justNot().contains(clause))
                    .as(clause + " has no case where it is said to be held")
                    .isTrue();
            decides |= held.deciding().contains(clause);
            justNot |= held.justNot().contains(clause);
        }

        // Then
        if (entry.has("elsewhere")) {
            assertThat(Files.readString(
                            Path.of("..").resolve(entry.path("elsewhere").asString())))
                    .as(clause + " is not named where it is said to be held")
                    .contains(clause);
        } else if (entry.has("notYet") || entry.has("notComputed")) {
            assertThat(entry.path("notYet").asString()
                            + entry.path("notComputed").asString())
                    .as(clause + " has an entry that says nothing")
                    .isNotBlank();
            assertThat(decides && justNot)
                    .as(clause + " has cases of both kinds; its entry says that it has not")
                    .isFalse();
        } else {
            assertThat(decides)
                    .as(clause + " decides no case, and no entry says why")
                    .isTrue();
            assertThat(justNot || !enforced)
                    .as(clause + " decides cases, but there is none in which it just does not")
                    .isTrue();
        }
    }

    /**
     * The cases of a class of tests beside the tables: its tests that say so, and the rows of what owners may ask for.
     *
     * @param deciding clauses that decide one
     * @param justNot clauses that just do not decide one
     */
    private record Cases(Set<String> deciding, Set<String> justNot) {

        static Cases in(String type) throws ClassNotFoundException {
            Class<?> tests = Class.forName(type);
            Cases cases = new Cases(new TreeSet<>(), new TreeSet<>());
            for (Method method : tests.getDeclaredMethods()) {
                ClauseCases about = method.getAnnotation(ClauseCases.class);
                if (about != null && isTest(method)) {
                    cases.deciding().addAll(List.of(about.decides()));
                    cases.justNot().addAll(List.of(about.justNot()));
                }
            }
            if (tests == EntitlementsTest.class) {
                cases.deciding().addAll(EntitlementsTest.deciding());
                cases.justNot().addAll(EntitlementsTest.justNotDeciding());
            }
            return cases;
        }

        private static boolean isTest(Method method) {
            return AnnotationSupport.isAnnotated(method, Testable.class)
                    && !AnnotationSupport.isAnnotated(method, Disabled.class);
        }
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
