package dev.aftersales.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.claims.policies.ShippedPacks;
import dev.aftersales.contracts.events.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds of all five policies, over 100,000 claims that a seed makes up: the engine agrees with a second evaluation,
 * repeats itself, and never turns against whoever brings more, or for whoever waits.
 */
class GeneratedFactsTest {

    private static final int CASES = 100_000;

    /** The packs as shipped, and with what they can say beside: the law switched on, other gates, other zones. */
    private static final List<CompiledPolicy> POLICIES = List.of(
            ShippedPacks.version("A-1"),
            ShippedPacks.version("B-1"),
            ShippedPacks.version("C-1"),
            ShippedPacks.version("D-1"),
            ShippedPacks.version("E-1"),
            ShippedPacks.changed("exporter", "A-1", "zone: Asia/Shanghai", "zone: America/New_York"),
            ShippedPacks.changed(
                    "shops",
                    "B-1",
                    "enabled: false",
                    "enabled: true",
                    "settles: \"B1.3a statutory floor\", value: P12M",
                    "settles: \"B1.3a statutory floor\", value: P24M",
                    "causes: [PERFORMANCE], routes: [REPLACEMENT",
                    "causes: [PERFORMANCE, IMPROPER_USE], routes: [REPLACEMENT"),
            ShippedPacks.changed("agency", "C-1", "unknown: IGNORE", "unknown: NEEDS_REVIEW"),
            ShippedPacks.changed(
                    "online",
                    "D-1",
                    "unmet: NOT_COVERED_OFFER_QUOTE",
                    "unmet: NEEDS_REVIEW",
                    "unknown: MET\n      reading: R-D-CHANNEL",
                    "unknown: NEEDS_EVIDENCE\n      item: SALE_CHANNEL"));

    private static final Pattern INSTEAD = Pattern.compile("because of (.+), and not because of ([^;]+)");
    private static final Pattern OTHERS = Pattern.compile("the reasons under (.+) would have to");

    private final Adjudicator adjudicator = new Adjudicator();

    @Test
    void agreesWithTheReference() {
        Map<String, Integer> met = new TreeMap<>();
        eachGenerated((policy, given, facts) -> {
            Pass pass = pass(facts);

            // When
            LineOutcome judged = judged(policy, facts, pass);
            Reference.Answer expected = Reference.judge(
                    policy.rules(),
                    code -> !policy.words(code).en().equals(code),
                    facts,
                    facts.lines().getFirst(),
                    pass);

            // Then
            Reference.Answer got = answer(judged);
            if (!got.equals(expected)) {
                fail("under %s%nexpected %s%nbut was  %s%nof %s", policy.version(), expected, got, facts);
            }
            met.merge(policy.rules().policy() + " " + got.verdict(), 1, Integer::sum);
        });
        assertThat(met)
                .as("every policy meets every outcome that it has")
                .containsKeys(
                        "A ADMITTED",
                        "A COVERED",
                        "A NOT_COVERED_OFFER_QUOTE",
                        "A REDIRECT",
                        "A NEEDS_EVIDENCE",
                        "A NEEDS_REVIEW")
                .containsKeys(
                        "B ADMITTED", "B COVERED", "B NOT_COVERED_OFFER_QUOTE", "B NEEDS_EVIDENCE", "B NEEDS_REVIEW")
                .containsKeys(
                        "C ADMITTED", "C COVERED", "C COVERED_PARTIAL", "C NOT_COVERED_OFFER_QUOTE", "C NEEDS_REVIEW")
                .containsKeys(
                        "D ADMITTED",
                        "D COVERED",
                        "D NOT_COVERED_OFFER_QUOTE",
                        "D REDIRECT",
                        "D NEEDS_EVIDENCE",
                        "D NEEDS_REVIEW")
                .containsKeys(
                        "E ADMITTED", "E COVERED", "E NOT_COVERED_OFFER_QUOTE", "E NEEDS_EVIDENCE", "E NEEDS_REVIEW");
    }

    @Test
    void saysTheSameOfTheSame() {
        eachGenerated((policy, given, facts) -> {
            LineOutcome once = judged(policy, facts, pass(facts));
            LineOutcome again = judged(policy, facts, pass(facts));
            boolean same = again.verdict().equals(once.verdict())
                    && again.charges().equals(once.charges())
                    && again.reasoning().findings().equals(once.reasoning().findings());
            assertThat(same).as("%s", facts).isTrue();
        });
    }

    @Test
    void neverAsksForMoreOfACoveredLineBecauseMoreCame() {
        int[] covered = {0};
        eachGenerated((policy, given, facts) -> {
            LineOutcome before = judged(policy, facts, pass(facts));
            // What the law grants without a proof is judged by the policy, once an older paper shows that its time is
            // over.
            if ((before instanceof LineOutcome.Covered && !isGrantedByLaw(policy, before))
                    || before instanceof LineOutcome.Admitted) {
                covered[0]++;

                // When
                Facts more = given.more(facts);
                LineOutcome after = judged(policy, more, pass(more));

                // Then
                if (after instanceof LineOutcome.NeedsEvidence) {
                    fail("under %s%nof %s%nthen %s: %s", policy.version(), facts, more, answer(after));
                }
            }
        });
        assertThat(covered[0]).isGreaterThan(CASES / 20);
    }

    @Test
    void neverTakesAUnitBackIntoItsTermByWaiting() {
        int[] expired = {0};
        eachGenerated((policy, given, facts) -> {
            Facts early = GeneratedFacts.later(facts, 0);
            if (isExpired(policy, judged(policy, early, pass(early)))) {
                expired[0]++;

                // When
                Facts late = GeneratedFacts.later(facts, given.days());

                // Then
                assertThat(isExpired(policy, judged(policy, late, pass(late))))
                        .as("%s then %s", early, late)
                        .isTrue();
            }
        });
        assertThat(expired[0]).isGreaterThan(CASES / 20);
    }

    @Test
    void neverTurnsAgainstTheCustomerWhoseDisputeIsUpheld() {
        int[] upheld = {0};
        eachGenerated((policy, given, facts) -> {
            LineOutcome before = judged(policy, facts, pass(facts));
            if (before instanceof LineOutcome.NotCovered
                    || before instanceof LineOutcome.Partial
                    || before instanceof LineOutcome.Redirected) {
                for (String clause : contestable(before)) {
                    upheld[0]++;

                    // When
                    Facts ruled = GeneratedFacts.upheld(facts, clause);
                    LineOutcome after = judged(policy, ruled, pass(ruled));

                    // Then
                    if (isWorse(before, after)) {
                        fail(
                                "%s upheld under %s%nbefore %s%nthen   %s%nof %s",
                                clause, policy.version(), answer(before), answer(after), facts);
                    }
                }
            }
        });
        assertThat(upheld[0]).isGreaterThan(CASES / 5);
    }

    /** What a customer may dispute: what refuses, sends elsewhere, lacks, or lays a cost on the customer. */
    private static Set<String> contestable(LineOutcome judged) {
        Set<Effect> against = EnumSet.of(Effect.EXCLUDES, Effect.REDIRECTS, Effect.LACKS_EVIDENCE, Effect.CHARGES);
        return judged.reasoning().findings().stream()
                .filter(finding ->
                        against.contains(finding.effect()) && !finding.fact().equals("paidByAgreement"))
                .map(Finding::clause)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A line that is not decided any more is not worse off; of one that is, nothing may be. */
    private static boolean isWorse(LineOutcome before, LineOutcome after) {
        int rank = rank(after);
        if (rank < rank(before)) {
            return true;
        }
        Map<ChargeItem, Payer> now = answer(after).charges();
        return after.verdict().isPresent()
                && !after.charges().isEmpty()
                && answer(before).charges().entrySet().stream().anyMatch(stood -> switch (stood.getValue()) {
                    case VENDOR -> now.get(stood.getKey()) != Payer.VENDOR;
                    case AGREE -> !now.containsKey(stood.getKey()) || now.get(stood.getKey()) == Payer.CUSTOMER;
                    case CUSTOMER -> !now.containsKey(stood.getKey());
                });
    }

    private static int rank(LineOutcome judged) {
        return switch (judged) {
            case LineOutcome.NotCovered not -> 0;
            case LineOutcome.Partial partial -> 1;
            case LineOutcome.Covered covered -> 2;
            case LineOutcome.Redirected redirected -> 0;
            case LineOutcome.Admitted admitted -> 3;
            case LineOutcome.NeedsEvidence evidence -> 3;
            case LineOutcome.NeedsReview review -> 3;
        };
    }

    @Test
    void explainsEveryVerdictInBothLanguages() {
        for (CompiledPolicy policy : POLICIES) {
            GeneratedFacts given = new GeneratedFacts(
                    policy.rules(), new Random(policy.version().hashCode()));
            for (int i = 0; i < 1_000; i++) {
                Facts facts = given.next();

                // When
                LineOutcome judged = judged(policy, facts, pass(facts));

                // Then
                Explanation told = judged.explanation();
                assertThat(told.clauses()).isEqualTo(judged.clauses());
                assertThat(told.readings()).isEqualTo(judged.readings());
                assertThat(judged.verdict().map(Enum::name).orElse("").startsWith("NOT_COVERED"))
                        .as("never a bare no")
                        .isEqualTo(judged instanceof LineOutcome.NotCovered not
                                && told.clauses().contains(not.quote().clause()));
                assertThat(told.text()).doesNotContain("{", "}");
                assertThat(told.text(Locale.CHINESE)).doesNotContain("{", "}");
                assertThat(told.text(Locale.CHINESE))
                        .as("no raw code where there is a word")
                        .doesNotContainPattern("(事实|疑点|否则)：.*(?!NOBODY_KNOWS|SALE_CHANNEL)\\b[A-Z]{2,}_[A-Z_]+");
                for (Citation citation : told.citations()) {
                    assertThat(policy.rules().clauses()).containsKey(citation.clause());
                    if (citation.counterfactual() != null) {
                        canBe(judged, citation, citation.counterfactual().en());
                    }
                }
            }
        }
    }

    private static void canBe(LineOutcome judged, Citation citation, String counterfactual) {
        Matcher instead = INSTEAD.matcher(counterfactual);
        if (instead.find()) {
            assertThat(instead.group(1)).doesNotContain(instead.group(2));
        }
        Matcher others = OTHERS.matcher(counterfactual);
        if (others.find()) {
            assertThat(others.group(1).split(", ")).doesNotContain(citation.clause());
        }
        if (judged instanceof LineOutcome.Covered || judged instanceof LineOutcome.Admitted) {
            assertThat(counterfactual).doesNotStartWith("it can be decided once");
        }
    }

    @Test
    void hasWordsForEveryFactThatAPackNames() {
        for (CompiledPolicy policy : POLICIES) {
            policy.rules().facts().forEach(fact -> assertThat(
                            policy.words(fact.name()).zh())
                    .as("%s of %s", fact.name(), policy.version())
                    .doesNotMatch("[A-Za-z]+"));
        }
    }

    // ---- Given

    private interface Case {
        void of(CompiledPolicy policy, GeneratedFacts given, Facts facts);
    }

    private static void eachGenerated(Case check) {
        Random random = new Random(20_261_120);
        List<GeneratedFacts> given = POLICIES.stream()
                .map(policy -> new GeneratedFacts(policy.rules(), random))
                .toList();
        for (int i = 0; i < CASES; i++) {
            int which = i % POLICIES.size();
            check.of(POLICIES.get(which), given.get(which), given.get(which).next());
        }
    }

    private static Pass pass(Facts facts) {
        return facts.lines().getFirst().diagnosis() == null ? Pass.FIRST : Pass.AFTER_DIAGNOSIS;
    }

    private LineOutcome judged(CompiledPolicy policy, Facts facts, Pass pass) {
        return adjudicator.judge(policy, facts, pass).lines().getFirst();
    }

    private static boolean isGrantedByLaw(CompiledPolicy policy, LineOutcome judged) {
        Statutory law = policy.law();
        return law != null
                && judged.reasoning().findings().stream()
                        .anyMatch(finding -> finding.effect() == Effect.SUPPORTS
                                && finding.fact().equals("cause")
                                && finding.clause().equals(law.clause()));
    }

    private static boolean isExpired(CompiledPolicy policy, LineOutcome judged) {
        return judged.reasoning().findings().stream()
                .anyMatch(finding -> finding.effect() == Effect.EXCLUDES
                        && finding.clause().equals(policy.rules().term().expired())
                        && (finding.fact().equals("submitted") || finding.fact().equals("faultDate")));
    }

    private static Reference.Answer answer(LineOutcome judged) {
        Set<Effect> against = EnumSet.of(
                Effect.EXCLUDES, Effect.REDIRECTS, Effect.SUSPECTED, Effect.UNDECIDED, Effect.LACKS_EVIDENCE);
        Set<String> items = judged instanceof LineOutcome.NeedsEvidence needs
                ? needs.missing().stream().map(MissingEvidence::item).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
        @Nullable Route route = judged instanceof LineOutcome.Covered covered ? covered.route() : null;
        Map<ChargeItem, Payer> charges = new TreeMap<>();
        judged.charges().forEach(share -> charges.put(share.item(), share.payer()));
        return new Reference.Answer(
                judged.verdict().map(Enum::name).orElse("ADMITTED"),
                judged.reasoning().findings().stream()
                        .filter(finding -> against.contains(finding.effect()))
                        .map(finding -> finding.clause() + " " + finding.effect())
                        .collect(Collectors.toCollection(TreeSet::new)),
                items,
                route,
                charges);
    }
}
