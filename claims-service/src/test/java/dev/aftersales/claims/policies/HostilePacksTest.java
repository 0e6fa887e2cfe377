package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Packs that are wrong on purpose: each is refused by file, line, place and rule, quickly and in little memory, and what is
 * in force stays so.
 */
class HostilePacksTest {

    private static final String FILE = "A-2.yaml";
    private static final String PACK = shipped();
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final PackReader reader = new PackReader();

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource
    void refusesWhatIsNoPack(String what, String text, int line, String rule) {
        // Given
        reader.read(FILE, PACK);

        // When
        long bytesBefore = allocated();
        long start = System.nanoTime();
        PackError refused = catchThrowableOfType(PackError.class, () -> reader.read(FILE, text));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long bytes = allocated() - bytesBefore;

        // Then
        assertThat(refused).as(what).isInstanceOf(PackError.class);
        assertThat(refused.problems()).as(refused.getMessage()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(FILE);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.rule()).contains(rule);
        });
        assertThat(refused.getMessage()).hasSizeLessThan(20_000);
        assertThat(took).isLessThan(LONGEST);
        assertThat(bytes).as("bytes allocated").isLessThan(MOST_BYTES);
    }

    static Stream<Arguments> refusesWhatIsNoPack() {
        int next = PACK.split("\n").length + 1;
        return Stream.of(
                arguments("a cycle", PACK + "codes: &a { A: *a }\n", next, "bears an anchor"),
                arguments("a cycle of the whole document", "&a\nvendor: *a\n", 1, "bears an anchor"),
                arguments("an alias of nothing", PACK + "codes: *nowhere\n", next, "by an alias"),
                arguments("a bomb of aliases", bomb(), 1, "bears an anchor"),
                arguments("a merge of keys", "a: &a { b: 1 }\nc: { <<: *a }\n", 1, "bears an anchor"),
                arguments("10 MB of text", "#" + "x".repeat(10 * 1024 * 1024), 0, "is longer than"),
                arguments("10 MB of clauses", PACK + clauses(200_000), 0, "is longer than"),
                arguments("lists, 50,000 deep", "a: " + "[".repeat(50_000), 1, "lies deeper than"),
                arguments("mappings, 20,000 deep", "{a: ".repeat(20_000), 1, "lies deeper than"),
                arguments("blocks, 300 deep", blocks(300), 13, "lies deeper than"),
                arguments("keys of keys", "? { a: b }\n: c\n", 1, "has a key that is not plain text"),
                arguments("a type by name", "vendor: !!javax.script.ScriptEngineManager [x]\n", 1, "bears the tag"),
                arguments("a binary", "vendor: !!binary aGk=\n", 1, "bears the tag"),
                arguments("two documents", PACK + "---\nvendor: b\n", next, "is followed by another one"),
                arguments("nothing", "", 1, "is empty"),
                arguments("a word", "hello", 1, "must be a mapping"),
                arguments("a broken line", PACK + "codes: { A: \"x\n", next + 1, "unexpected end of stream"),
                arguments("a tab", "vendor:\n\tx: 1\n", 2, "cannot start any token"),
                arguments("a number of 100,000 digits", "vendor: " + "9".repeat(100_000), 1, "at most 9 digits"),
                arguments("no number", "vendor: .inf", 1, "at most 9 digits"),
                arguments("a control character", "vendor: \u0000", 0, "is no YAML"),
                arguments(
                        "a clause twice",
                        replaced("  A1.2: {", "  A1.1: {"),
                        lineOf("  A1.2: {"),
                        "stands there twice, first on line " + lineOf("  A1.1: {")),
                arguments("a key twice", PACK + "zone: UTC\n", next, "stands there twice"),
                arguments(
                        "an unknown reading",
                        replaced("reading: R-A15 }", "reading: R-Z9 }"),
                        lineOf("reading: R-A15 }"),
                        "'R-Z9' is no reading"),
                arguments(
                        "a value that stands in an unknown reading",
                        replaced("days: { reading: R-A13 }", "days: { reading: R-Z9 }"),
                        lineOf("days: { reading: R-A13 }"),
                        "'R-Z9' is no reading"),
                arguments(
                        "a value that stands in a reading without one",
                        replaced("days: { reading: R-A13 }", "days: { reading: R-A14 }"),
                        lineOf("days: { reading: R-A13 }"),
                        "R-A14 has no value"),
                arguments(
                        "a clause that the pack has not",
                        replaced("expired: A3.1", "expired: B4.1"),
                        lineOf("expired: A3.1"),
                        "'B4.1' is no clause of this pack"),
                arguments("a key that nobody knows", PACK + "owner: me\n", next, "is not known here"),
                arguments(
                        "a key that nobody knows, inside",
                        replaced("start: CLAIM_RECEIVED,", "start: CLAIM_RECEIVED, begin: NOW,"),
                        lineOf("start: CLAIM_RECEIVED,"),
                        "is not known here"),
                arguments(
                        "a time that is counted and has no end",
                        replaced(
                                "start: CLAIM_RECEIVED, stop: ACK_SENT, unit: BUSINESS_DAYS, limit: 2,",
                                "start: CLAIM_RECEIVED, stop: ACK_SENT, unit: BUSINESS_DAYS,"),
                        lineOf("start: CLAIM_RECEIVED,"),
                        "says none: true"),
                arguments(
                        "a rule that nobody enforces",
                        replaced("rule: MARK_DOCUMENTS", "rule: MARK_EVERYTHING"),
                        lineOf("rule: MARK_DOCUMENTS"),
                        "must be one of"));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        // Given
        String text = PACK.replace("force: H, en: \"It covers", "force: X, en: \"It covers")
                .replace("expired: A3.1", "expired: A9.9")
                .replace("item: MODEL,", "item: model,")
                .replace("payer: AGREE", "payer: NOBODY")
                .replace("reading: R-A12-FREIGHT", "reading: R-A99");

        // When
        PackError refused = catchThrowableOfType(PackError.class, () -> reader.read(FILE, text));

        // Then
        assertThat(refused.problems())
                .extracting(PackProblem::path)
                .containsExactly(
                        "clauses.A1.2.force",
                        "term.expired",
                        "evidence[2].item",
                        "charges[4].payer",
                        "charges[4].reading");
        assertThat(refused.problems()).extracting(PackProblem::line).isSorted().doesNotContain(0);
    }

    @Test
    void namesWhatContradictsItselfInEverySection() {
        // Given
        String text = PACK.replace("zone: Asia/Shanghai", "zone: Atlantis")
                .replace("causes: [DROP, IMPACT,", "causes: [MATERIAL, IMPACT,")
                .replace("target: 5, limit: 7", "target: 9, limit: 7")
                .replace("validFor: { reading: R-A-QUOTE }", "validFor: { reading: R-A-CLOSE }");

        // When
        PackError refused = catchThrowableOfType(PackError.class, () -> reader.read(FILE, text));

        // Then
        assertThat(refused.problems())
                .extracting(PackProblem::path)
                .containsExactly("zone", "exclusions[0].causes", "quotes.validFor", "clocks[3].target");
    }

    @Test
    void leavesWhatIsInForceWhenADraftIsRefused() {
        // Given
        PolicyPacks inForce = PolicyPacks.load(Clock.systemUTC());

        // When
        catchThrowableOfType(PackError.class, () -> reader.compile(FILE, bomb()));

        // Then
        assertThat(inForce.current("exporter")).isPresent();
        assertThat(reader.compile(FILE, PACK).version()).isEqualTo("A-1");
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (char level = 'b'; level <= 'z'; level++) {
            text.append(level).append(": &").append(level).append(" [");
            String alias = "*" + (char) (level - 1);
            text.append(Stream.generate(() -> alias).limit(10).collect(Collectors.joining(", ")))
                    .append("]\n");
        }
        return text.toString();
    }

    private static String clauses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  Z%d.%d: { kind: INFO, force: I, en: x, zh: x }%n".formatted(i / 100, i % 100))
                .collect(Collectors.joining());
    }

    private static String blocks(int depth) {
        return IntStream.range(0, depth).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining());
    }

    private static String replaced(String right, String wrong) {
        assertThat(PACK).contains(right);
        int place = PACK.indexOf(right);
        return PACK.substring(0, place) + wrong + PACK.substring(place + right.length());
    }

    private static int lineOf(String text) {
        List<String> lines = PACK.lines().toList();
        return IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).contains(text))
                        .findFirst()
                        .orElseThrow()
                + 1;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static String shipped() {
        try {
            return new ClassPathResource("policy-packs/exporter/A-1.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
