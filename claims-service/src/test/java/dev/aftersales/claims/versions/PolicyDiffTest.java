package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.source;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.versions.Difference.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyDiffTest {

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void saysInBothLanguagesWhatChanges(
            String pack, UnaryOperator<String> change, String en, String zh, Kind kind, String clause) {
        // Given
        String before = text(pack);

        // When
        List<Difference> differences = PolicyDiff.between(source(before), source(change.apply(before)));

        // Then
        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.en()).isEqualTo(en);
            assertThat(difference.zh()).isEqualTo(zh);
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference.clause()).isEqualTo(clause);
        });
    }

    static Stream<Arguments> saysInBothLanguagesWhatChanges() {
        return Stream.of(
                said(
                        "exporter/A-1",
                        t -> with(t, "  length: P12M", "  length: P18M"),
                        "Warranty term (A1.1), length: 12 months becomes 18 months.",
                        "保修期（A1.1），期限：由12个月改为18个月。",
                        Kind.CHANGED,
                        "A1.1"),
                said(
                        "exporter/A-1",
                        t -> with(t, "settles: \"A?13\", value: P30D", "settles: \"A?13\", value: P45D"),
                        "How we read what the text leaves open (R-A13), value: 30 days becomes 45 days.",
                        "对未明确事项的解读（R-A13），取值：由30天改为45天。",
                        Kind.CHANGED,
                        null),
                said(
                        "online/D-1",
                        t -> with(t, "settles: \"D?4\", value: RETURN", "settles: \"D?4\", value: REPAIR"),
                        "How we read what the text leaves open (R-D4), value: the return becomes the repair.",
                        "对未明确事项的解读（R-D4），取值：由寄回改为维修。",
                        Kind.CHANGED,
                        null),
                said(
                        "online/D-1",
                        t -> with(t, "before: { reading: R-D4 }", "before: REPAIR"),
                        "Paid service (D2.2c), payment, before: the return (reading R-D4) becomes the repair.",
                        "付费服务（D2.2c），付款，先于：由寄回（解读 R-D4）改为维修。",
                        Kind.CHANGED,
                        "D2.2c"),
                said(
                        "project/E-1",
                        t -> with(t, "price: PAID, note: AGREED_FIRST", "price: FREE, note: AGREED_FIRST"),
                        "Further services (E4.2, change of functions), price: for a fee becomes free of charge.",
                        "其他服务（E4.2，功能调整），价格：由收费改为免费。",
                        Kind.CHANGED,
                        "E4.2"),
                said(
                        "project/E-1",
                        t -> with(t, "claims: { reading: R-E-CASE }", "claims: CONTRACT"),
                        "Paid service (E6.1), yearly fee, at most, for claims, by the price of: each unit (reading"
                                + " R-E-CASE) becomes the whole contract.",
                        "付费服务（E6.1），年费上限，单次报修的计算基准：由每台设备（解读 R-E-CASE）改为整份合同。",
                        Kind.CHANGED,
                        "E6.1"),
                said(
                        "exporter/A-1",
                        t -> with(
                                t,
                                "causes: [DISASSEMBLY, MODIFICATION, REPAIR]",
                                "causes: [DISASSEMBLY, MODIFICATION]"),
                        "Not covered (A3.3), causes: no longer: a repair by others.",
                        "不保修情形（A3.3），原因：不再有：他人维修。",
                        Kind.REMOVED,
                        "A3.3"),
                said(
                        "exporter/A-1",
                        t -> with(
                                t,
                                "causes: [DISASSEMBLY, MODIFICATION, REPAIR]",
                                "causes: [DISASSEMBLY, MODIFICATION, REPAIR, WEAR]"),
                        "Not covered (A3.3), causes: new: wear.",
                        "不保修情形（A3.3），原因：新增：磨损。",
                        Kind.ADDED,
                        "A3.3"),
                said(
                        "exporter/A-1",
                        t -> with(t, "units: 30, window", "units: 20, window"),
                        "Batch issues (A4.7, batch issue), units: 30 becomes 20.",
                        "批量问题（A4.7，批量问题），台数：由30改为20。",
                        Kind.CHANGED,
                        "A4.7"),
                said(
                        "exporter/A-1",
                        t -> with(t, "window: { reading: R-A8 }", "window: P14D"),
                        "Batch issues (A4.7, batch issue), time span: 30 days (reading R-A8) becomes 14 days.",
                        "批量问题（A4.7，批量问题），期限：由30天（解读 R-A8）改为14天。",
                        Kind.CHANGED,
                        "A4.7"),
                said(
                        "exporter/A-1",
                        t -> with(t, "groupedBy: [CONTRACT_HOLDER, MODEL,", "groupedBy: [MODEL,"),
                        "Batch issues (A4.7, batch issue), alike in: no longer: contract holder.",
                        "批量问题（A4.7，批量问题），同一：不再有：合同持有方。",
                        Kind.REMOVED,
                        "A4.7"),
                said(
                        "exporter/A-1",
                        t -> with(t, "warnedAt: [50, 90]", "warnedAt: [50]"),
                        "Service times (A4.7, the batch is complete), reminded at percent of the limit: no longer: 90.",
                        "服务时限（A4.7，达到批量），提醒时点（占上限的百分比）：不再有：90。",
                        Kind.REMOVED,
                        "A4.7"),
                said(
                        "exporter/A-1",
                        t -> with(t, "precedence: [CONTRACT, POLICY]", "precedence: [POLICY, CONTRACT]"),
                        "Which terms come first: now in the order the policy, the sales contract.",
                        "适用顺序：顺序改为：本政策、销售合同。",
                        Kind.REORDERED,
                        null));
    }

    @Test
    void tellsApartTheChargesOfOneClause() {
        // Given
        String before = text("agency/C-1");
        String after = with(before, "through: P24M }", "through: P36M }");

        // When
        List<Difference> differences = PolicyDiff.between(source(before), source(after));

        // Then
        assertThat(differences)
                .extracting(Difference::en)
                .containsExactly(
                        "Who pays (C4.1, labour), through: 24 months becomes 36 months.",
                        "Who pays (C4.1, parts), through: 24 months becomes 36 months.");
    }

    /** Whoever reads of a change reads no code of the pack, in neither language. */
    @ParameterizedTest
    @ValueSource(strings = {"exporter/A-1", "shops/B-1", "agency/C-1", "online/D-1", "project/E-1"})
    void hasWordsForAllThatStandsInAPack(String pack) {
        // Given
        PolicySource whole = source(text(pack));
        PolicySource other = source(text(pack.equals("online/D-1") ? "project/E-1" : "online/D-1"));

        // When
        List<Difference> differences = PolicyDiff.between(other, whole);

        // Then
        assertThat(differences)
                .filteredOn(difference -> difference.kind() == Kind.ADDED
                        && !List.of("clauses", "readings", "codes", "products", "currency")
                                .contains(difference.section()))
                .extracting(Difference::zh)
                .allSatisfy(zh -> assertThat(zh.replaceAll("R-[A-Z0-9-]+", ""))
                        .doesNotContainPattern("\\b[A-Z]{2,}(_[A-Z]+)*\\b(?<!RMA|SDK|API|CN)"));
    }

    @Test
    void saysNothingOfTheSamePack() {
        assertThat(PolicyDiff.between(source(text("exporter/A-1")), source(text("exporter/A-1"))))
                .isEmpty();
    }

    @Test
    void saysNothingOfTheNameAndTheDateOfAVersion() {
        String before = text("exporter/A-1");
        String after = with(
                with(before, "version: A-1", "version: A-2"),
                "effectiveFrom: 2020-01-01T00:00:00Z",
                "effectiveFrom: 2027-01-01T00:00:00Z");

        assertThat(PolicyDiff.between(source(before), source(after))).isEmpty();
    }

    @Test
    void tellsARuleThatIsGoneAsAWholeAndNoOtherOneAsChanged() {
        // Given
        String before = text("exporter/A-1");
        String after = before.replaceFirst("(?m)^  - clause: A3\\.4\n(?:    .*\n)+", "");

        // When
        List<Difference> differences = PolicyDiff.between(source(before), source(after));

        // Then
        assertThat(differences).singleElement().satisfies(gone -> {
            assertThat(gone.kind()).isEqualTo(Kind.REMOVED);
            assertThat(gone.clause()).isEqualTo("A3.4");
            assertThat(gone.en()).startsWith("Not covered (A3.4): no longer: ").contains("improper use", "causes ");
            assertThat(gone.zh()).startsWith("不保修情形（A3.4）：不再有：").contains("使用不当");
        });
    }

    @Test
    void tellsEveryDifferenceOfTwoWholePoliciesInTheSameOrderEachTime() {
        // Given
        PolicySource one = source(text("exporter/A-1"));
        PolicySource other = source(text("project/E-1"));

        // When
        List<Difference> differences = PolicyDiff.between(one, other);

        // Then
        assertThat(differences).hasSizeGreaterThan(50).isEqualTo(PolicyDiff.between(one, other));
        assertThat(differences).extracting(Difference::section).startsWith("term");
        assertThat(differences).allSatisfy(difference -> {
            assertThat(difference.en()).doesNotContain("{", "}", "null").matches(".*[.…]");
            assertThat(difference.zh()).doesNotContain("{", "}", "null");
        });
    }

    @Test
    void knowsANameForEverySectionAndFieldOfTheShippedPacks() {
        assertThat(Stream.of("exporter/A-1", "shops/B-1", "agency/C-1", "online/D-1", "project/E-1")
                        .flatMap(pack -> source(text(pack)).tree().propertyNames().stream())
                        .filter(section -> !List.of("vendor", "policy", "version", "effectiveFrom")
                                .contains(section))
                        .distinct())
                .isSubsetOf(DiffWords.sections());
    }

    private static Arguments said(
            String pack, UnaryOperator<String> change, String en, String zh, Kind kind, String clause) {
        return Arguments.of(pack, change, en, zh, kind, clause);
    }
}
