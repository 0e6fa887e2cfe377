package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.rules;
import static dev.aftersales.claims.versions.GivenPacks.text;
import static dev.aftersales.claims.versions.GivenPacks.with;
import static dev.aftersales.claims.versions.GivenPacks.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.ClauseCases;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {

    private static final String FEES =
            "lineTypes: { clause: B3.3, reading: R-B8, types: [DOOR_TO_DOOR, MAINTENANCE, REMOTE, AUXILIARY_MATERIAL, SPARE_PARTS";
    private static final String FEES_GUARD =
            "    - { clause: B3.3, guard: LINE_TYPES, types: [DOOR_TO_DOOR, MAINTENANCE, REMOTE, AUXILIARY_MATERIAL, SPARE_PARTS] }\n";
    private static final String CAP = "value: 5, en: \"The cap is in percent";
    private static final String CAP_GUARD = "    - { clause: E6.1, reading: R-E7, guard: CAP_AT_MOST, percent: 5 }\n";
    private static final String SERVICE_GUARD = "    - { clause: E6.2, guard: SERVICE_NOT_LOWER_AFTER_TERM }\n";
    private static final String FLOOR_GUARD = "    - { clause: B1.1, reading: R-B12, guard: NOT_BELOW_FLOOR }\n";

    @ParameterizedTest
    @ValueSource(strings = {"exporter/A-1", "shops/B-1", "agency/C-1", "online/D-1", "project/E-1"})
    void everyShippedPackKeepsItsOwnGuards(String pack) {
        assertThat(Guards.refusals(null, rules(text(pack)), List.of())).isEmpty();
        assertThat(Guards.refusals(rules(text(pack)), rules(text(pack)), List.of()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @ClauseCases(decides = {"B1.1", "B3.3", "D2.4a", "E6.1", "E6.2"})
    void refusesWithTheClause(String pack, String what, UnaryOperator<String> change, List<String> expected) {
        // Given
        String before = text(pack);

        // When
        List<Refusal> refusals = Guards.refusals(rules(before), rules(change.apply(before)), List.of());

        // Then
        assertThat(refusals)
                .extracting(refusal -> refusal.clause() + " " + refusal.rule())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal.detail()).endsWith("."));
    }

    static Stream<Arguments> refusesWithTheClause() {
        return Stream.of(
                broken(
                        "project/E-1",
                        "cap above 5 %",
                        t -> with(t, CAP, CAP.replace("5,", "5.01,")),
                        "E6.1 cap-at-most"),
                broken(
                        "project/E-1",
                        "cap left out",
                        t -> t.replaceAll("(?m)^  annualCap: .*\n", ""),
                        "E6.1 cap-at-most"),
                broken(
                        "project/E-1",
                        "claims no longer under the cap",
                        t -> with(t, ", claims: { reading: R-E-CASE } }", " }"),
                        "E6.1 cap-at-most"),
                broken("project/E-1", "no paid service at all", t -> without(t, "quotes"), "E6.1 cap-at-most"),
                broken(
                        "project/E-1",
                        "cap above 5 % with a weaker guard",
                        t -> with(with(t, CAP, CAP.replace("5,", "8,")), "percent: 5 }", "percent: 8 }"),
                        "E6.1 cap-at-most",
                        "E6.1 guard-kept"),
                broken(
                        "project/E-1",
                        "cap above 5 % without its guard",
                        t -> with(with(t, CAP, CAP.replace("5,", "8,")), CAP_GUARD, ""),
                        "E6.1 cap-at-most",
                        "E6.1 guard-kept"),
                broken("project/E-1", "guard left out", t -> with(t, CAP_GUARD, ""), "E6.1 guard-kept"),
                broken(
                        "project/E-1",
                        "governance left out",
                        t -> without(t, "governance"),
                        "E6.2 notice-kept",
                        "E6.1 guard-kept",
                        "E6.2 guard-kept"),
                broken(
                        "project/E-1",
                        "support ends with the term",
                        t -> with(
                                t,
                                "channels: [PHONE, EMAIL, ON_SITE], while: [IN_TERM, PAID_YEAR]",
                                "channels: [PHONE, EMAIL, ON_SITE], while: IN_TERM"),
                        "E6.2 service-not-lower-after-term"),
                broken(
                        "project/E-1",
                        "no visits after the term",
                        t -> with(
                                t,
                                "  - { clause: E3.2, reading: R-E3, service: SUPPORT, price: FREE, after: PAID, channels: [PHONE, EMAIL, ON_SITE], while:"
                                        + " [IN_TERM, PAID_YEAR] }\n",
                                "  - { clause: E3.2, reading: R-E3, service: SUPPORT, price: FREE, after: PAID, channels: [PHONE, EMAIL, ON_SITE], while:"
                                        + " IN_TERM }\n  - { clause: E3.2, service: SUPPORT, price: FREE, channels: [PHONE,"
                                        + " EMAIL], while: PAID_YEAR }\n"),
                        "E6.2 service-not-lower-after-term"),
                broken(
                        "project/E-1",
                        "rarer inspections after the term",
                        t -> with(
                                t,
                                "service: RETURN_VISIT, price: FREE, every: P6M, first: { reading: R-E6 }, while: [IN_TERM, PAID_YEAR] }\n",
                                "service: RETURN_VISIT, price: FREE, every: P6M, first: { reading: R-E6 }, while: IN_TERM }\n  - { clause: E5.1,"
                                        + " service: RETURN_VISIT, price: FREE, every: P7M, while: PAID_YEAR }\n"),
                        "E6.2 service-not-lower-after-term"),
                broken(
                        "project/E-1",
                        "support ends with the term, without the guard",
                        t -> with(
                                with(
                                        t,
                                        "channels: [PHONE, EMAIL, ON_SITE], while: [IN_TERM, PAID_YEAR]",
                                        "channels: [PHONE, EMAIL, ON_SITE], while: IN_TERM"),
                                SERVICE_GUARD,
                                ""),
                        "E6.2 service-not-lower-after-term",
                        "E6.2 guard-kept"),
                broken(
                        "project/E-1",
                        "a paid year without repair",
                        t -> t.replaceAll("(?m)^  extendedBy: .*\n", ""),
                        "E6.2 service-not-lower-after-term"),
                broken(
                        "project/E-1",
                        "repair by another agreement than the paid year",
                        t -> with(
                                t, "extendedBy: { agreement: PAID_YEAR", "extendedBy: { agreement: SERVICE_AGREEMENT"),
                        "E6.2 service-not-lower-after-term"),
                broken(
                        "shops/B-1",
                        "term below the floor",
                        t -> with(t, "  length: P12M", "  length: P364D"),
                        "B1.1 not-below-floor"),
                broken(
                        "shops/B-1",
                        "term below the floor without the guard",
                        t -> with(with(t, "  length: P12M", "  length: P6M"), FLOOR_GUARD, ""),
                        "B1.1 not-below-floor",
                        "B1.1 guard-kept"),
                broken(
                        "shops/B-1",
                        "lower floor",
                        t -> with(t, "floor: { term: { reading: R-B-TERM } }", "floor: { term: P6M }"),
                        "B1.1 not-below-floor"),
                broken("shops/B-1", "floor left out", t -> without(t, "statutory"), "B1.1 not-below-floor"),
                broken(
                        "online/D-1",
                        "product without a term",
                        t -> t.replaceFirst("term: P\\d+M", "attributes: { }"),
                        "D2.4a every-product-has-a-term"),
                broken(
                        "online/D-1",
                        "product left out",
                        t -> with(t, "  DX-20: { term: P12M }\n", ""),
                        "D2.4a every-product-has-a-term"),
                broken(
                        "online/D-1",
                        "a term for all beside one for each product",
                        t -> with(t, "\nterm:\n", "\nterm:\n  length: P12M\n"),
                        "D2.4a every-product-has-a-term"),
                broken(
                        "online/D-1",
                        "a term for all in the place of one for each product",
                        t -> with(with(t, "  DX-20: { term: P12M }\n", ""), "\nterm:\n", "\nterm:\n  length: P12M\n"),
                        "D2.4a every-product-has-a-term",
                        "D2.4a every-product-has-a-term"),
                broken(
                        "online/D-1",
                        "no product at all",
                        t -> without(t, "products"),
                        "D2.4a every-product-has-a-term"),
                broken(
                        "exporter/A-1",
                        "a term for some products in the place of one for all",
                        t -> with(t, "  length: P12M\n", "") + "\nproducts:\n  PX-200: { term: P12M }\n",
                        "A1.1 every-product-has-a-term"),
                broken("shops/B-1", "a sixth kind of fee", t -> with(t, FEES, FEES + ", LABOUR"), "B3.3 line-types"),
                broken(
                        "shops/B-1",
                        "a kind of fee left out",
                        t -> with(t, FEES, FEES.replace("REMOTE, ", "")),
                        "B3.3 line-types"),
                broken(
                        "shops/B-1",
                        "another kind of fee in the place of one",
                        t -> with(t, FEES, FEES.replace("REMOTE", "LABOUR")),
                        "B3.3 line-types"),
                broken(
                        "shops/B-1",
                        "a sixth kind of fee with a guard that lets it",
                        t -> t.replace("AUXILIARY_MATERIAL, SPARE_PARTS]", "AUXILIARY_MATERIAL, SPARE_PARTS, LABOUR]"),
                        "B3.3 line-types",
                        "B3.3 guard-kept"),
                broken(
                        "shops/B-1",
                        "no kinds of fees at all",
                        t -> t.replaceAll("(?m)^  lineTypes: .*\n", ""),
                        "B3.3 line-types"),
                broken(
                        "shops/B-1",
                        "a sixth kind of fee without the guard",
                        t -> with(with(t, FEES, FEES + ", LABOUR"), FEES_GUARD, ""),
                        "B3.3 line-types",
                        "B3.3 guard-kept"),
                broken("exporter/A-1", "notice left out", t -> without(t, "governance"), "A6.2 notice-kept"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void b11TakesBackNothingThatTheLawGrantsOnceItIsOn(
            String what, UnaryOperator<String> change, List<String> expected) {
        // Given
        String before = with(text("shops/B-1"), "statutory:\n  enabled: false", "statutory:\n  enabled: true");

        // When
        List<Refusal> refusals = Guards.refusals(rules(before), rules(change.apply(before)), List.of());

        // Then
        assertThat(refusals)
                .extracting(refusal -> refusal.clause() + " " + refusal.rule())
                .containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> b11TakesBackNothingThatTheLawGrantsOnceItIsOn() {
        List<String> refused = List.of("B1.1 law-kept");
        return Stream.of(
                Arguments.of("as it is", UnaryOperator.<String>identity(), List.of()),
                law("switched off", "  enabled: true", "  enabled: false", refused),
                law("an exclusion back in force", "over: [B4.2, B4.3,", "over: [B4.3,", refused),
                law("a shorter right", "within: P15D", "within: P14D", refused),
                law("a longer right", "within: P15D", "within: P16D", List.of()),
                law("one way fewer", "routes: [REFUND, REPLACEMENT, DEPOT_REPAIR]", "routes: [REFUND]", refused),
                law(
                        "one cause more",
                        "within: P7D, causes: [PERFORMANCE]",
                        "within: P7D, causes: [PERFORMANCE, MATERIAL]",
                        List.of()),
                law(
                        "a right left out",
                        "    - { within: P7D, causes: [PERFORMANCE], routes: [REFUND, REPLACEMENT, DEPOT_REPAIR] }\n",
                        "",
                        refused));
    }

    private static Arguments law(String what, String passage, String other, List<String> expected) {
        return Arguments.of(what, (UnaryOperator<String>) pack -> with(pack, passage, other), expected);
    }

    @Test
    void letsTheLawBeChangedAsLongAsItIsOff() {
        String before = text("shops/B-1");

        assertThat(Guards.refusals(rules(before), rules(with(before, "within: P15D", "within: P14D")), List.of()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    @ClauseCases(justNot = {"B1.1", "D2.4a", "E6.1"})
    void allows(String pack, String what, UnaryOperator<String> change) {
        String before = text(pack);

        assertThat(Guards.refusals(rules(before), rules(change.apply(before)), List.of()))
                .isEmpty();
    }

    static Stream<Arguments> allows() {
        return Stream.of(
                kept("project/E-1", "lower cap", t -> with(t, CAP, CAP.replace("5,", "4.5,"))),
                kept(
                        "project/E-1",
                        "stricter guard",
                        t -> with(with(t, CAP, CAP.replace("5,", "4,")), "percent: 5 }", "percent: 4 }")),
                kept("shops/B-1", "term at the floor", t -> with(t, "  length: P12M", "  length: P1Y")),
                kept(
                        "exporter/A-1",
                        "a term of its own for a product beside the one for all",
                        t -> t + "\nproducts:\n  PX-200: { term: P24M }\n"),
                kept("shops/B-1", "longer term", t -> with(t, "  length: P12M", "  length: P366D")),
                kept(
                        "exporter/A-1",
                        "another reading",
                        t -> with(t, "settles: \"A?13\", value: P30D", "settles: \"A?13\", value: P45D")));
    }

    @Test
    void refusesAFirstVersionThatSetsNoTerm() {
        String pack = with(text("exporter/A-1"), "  length: P12M\n", "");

        assertThat(Guards.refusals(null, rules(pack), List.of()))
                .extracting(refusal -> refusal.clause() + " " + refusal.rule())
                .containsExactly("A1.1 every-product-has-a-term");
    }

    @Test
    void d24aRefusesAVersionWithoutATermForWhatWasSold() {
        PolicyRules draft = rules(text("online/D-1"));

        assertThat(Guards.refusals(draft, draft, List.of("DX-5", "DX-7")))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.clause() + " " + refusal.rule()).isEqualTo("D2.4a every-product-has-a-term");
                    assertThat(refusal.detail()).startsWith("Units were sold of DX-5, DX-7, and no term");
                });
    }

    @Test
    void namesASoldModelOnceWhichTheFormerVersionHadToo() {
        String before = text("online/D-1");
        PolicyRules draft = rules(with(before, "  DX-20: { term: P12M }\n", ""));

        assertThat(Guards.refusals(rules(before), draft, List.of("DX-20")))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.detail()).startsWith("No term is set for DX-20"));
    }

    private static Arguments broken(String pack, String what, UnaryOperator<String> change, String... expected) {
        return Arguments.of(pack, what, change, List.of(expected));
    }

    private static Arguments kept(String pack, String what, UnaryOperator<String> change) {
        return Arguments.of(pack, what, change);
    }
}
