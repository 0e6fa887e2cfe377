package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.contracts.events.FaultClass;
import dev.aftersales.contracts.events.claims.Addressee;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class PackReaderTest {

    private static final String FILE = "policy-packs/exporter/A-1.yaml";

    private final PackReader reader = new PackReader();

    @Test
    void readsTheExportersPack() {
        // When
        PolicyRules rules = reader.read(FILE, pack());

        // Then
        assertThat(rules.version()).isEqualTo("A-1");
        assertThat(rules.term().length()).isEqualTo(Period.ofMonths(12));
        assertThat(rules.exclusions())
                .extracting(exclusion -> exclusion.clause())
                .containsExactly("A3.2", "A3.3", "A3.4", "A3.5", "A3.6", "A3.7", "A3.8", "A3.9");
        assertThat(rules.clocks())
                .contains(new PromisedTime(
                        "A4.6",
                        "R-A6",
                        FaultClass.COMPLEX,
                        List.of(),
                        "DEPOT_RECEIVED",
                        "REPAIR_COMPLETED",
                        PromisedTime.Unit.BUSINESS_DAYS,
                        null,
                        5,
                        7,
                        null,
                        false,
                        new PromisedTime.Pausing(
                                "R-A-WAITS",
                                List.of(
                                        PromisedTime.Wait.EVIDENCE,
                                        PromisedTime.Wait.QUOTE,
                                        PromisedTime.Wait.PAYMENT)),
                        new PromisedTime.Telling(
                                "R-A-TELL",
                                List.of(Addressee.TECHNICIAN),
                                List.of(Addressee.TECHNICIAN, Addressee.VENDOR_OPS),
                                List.of(
                                        new PromisedTime.Escalation("R-A-CHAIN", 1, List.of(Addressee.ACCOUNT_MANAGER)),
                                        new PromisedTime.Escalation(
                                                "R-A-CHAIN",
                                                3,
                                                List.of(Addressee.ACCOUNT_MANAGER, Addressee.VENDOR_OPS))))));
    }

    @Test
    void everyShippedPackTellsWhomItSendsToOthersWhatToDo() {
        assertThat(ShippedPacks.ALL.stream()
                        .flatMap(pack -> pack.rules().exclusions().stream())
                        .filter(exclusion -> exclusion.outcome() == Exclusion.Outcome.REDIRECT))
                .hasSizeGreaterThan(1)
                .allSatisfy(exclusion -> assertThat(exclusion.next()).isNotNull());
    }

    @ParameterizedTest(name = "{0} -> {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "vendor: exporter            | vendr: exporter               | vendor                      | is missing",
                "policy: A                   | policy: A`\\n`owner: me        | owner                       | is not known here",
                "length: P12M                | length: twelve                | term.length                 | is 'twelve'; must be a period",
                "length: P12M                | length: P-1M                  | term.length                 | must be a period such as P12M",
                "zone: Asia/Shanghai         | zone: Atlantis                | zone                        | is 'Atlantis'; must be a time zone",
                "expired: A3.1               | expired: A9.9                 | term.expired                | 'A9.9' is no clause of this pack",
                "covered: [MAIN_UNIT,        | covered: [MAIN,               | coverage.itemClasses.covered[0] | is 'MAIN'; must be one of [MAIN_UNIT",
                "causes: [DROP, IMPACT,      | causes: [DROP, DROP,          | exclusions[0].causes[1]     | 'DROP' stands there twice",
                "causes: [DROP, IMPACT,      | causes: [DROP, MATERIAL,      | exclusions[0].causes        | 'MATERIAL' is a covered cause",
                "outcome: REDIRECT           | outcome: REJECT               | exclusions[7].outcome       | is 'REJECT'; must be one of",
                "outcome: REDIRECT           | outcome: NEEDS_REVIEW         | exclusions[7].next          | is there only with outcome REDIRECT",
                "- clause: A3.3              | - clause: A3.2                | exclusions[1].clause        | 'A3.2' excludes twice",
                "otherwise: R-A9             | otherwise: R-Z9               | exclusions[4].when.otherwise | 'R-Z9' is no reading of this pack",
                "fact: serialLabel           | fact: seriallLabel            | exclusions[5].observed[0].fact | is no fact of this pack",
                "TAMPER_LABEL_INTACT: INTACT | TAMPER_LABEL_INTACT: FINE     | facts.tamperLabel.findings.TAMPER_LABEL_INTACT | 'FINE' is no value of tamperLabel",
                "anyOf: [PHOTO, VIDEO]       | anyOf: [PHOTO, SONG]          | evidence[4].anyOf[1]        | is 'SONG'; must be one of",
                "unlessSuspected: A3.7       | unlessSuspected: A1.1         | evidence[5].unlessSuspected | 'A1.1' is no exclusion",
                "target: 5, limit: 7         | target: 9, limit: 7           | clocks[3].target            | must not lie beyond the limit",
                "BUSINESS_DAYS, limit: 2     | SERVICE_HOURS, hoursOf: A4.3, limit: 2 | clocks[0].hoursOf | must be a clause with a rule HOTLINE_HOURS",
                "limit: 2, tell:             | limit: two, tell:                 | clocks[0].limit             | must be a whole number",
                "after: 3, to: [ACCOUNT      | after: 1, to: [ACCOUNT         | clocks[0].tell.escalated[1].after | must lie beyond that of the step above",
                "after: 3, to: [ACCOUNT      | after: 9999, to: [ACCOUNT      | clocks[0].tell.escalated[1].after | both together are at most 10000",
                "after: 1, to: [ACCOUNT_MANAGER | after: 1, to: [CUSTOMER     | clocks[0].tell.escalated[0].to[0] | is 'CUSTOMER'; must be one of",
                "A?13\", value: P30D          | A?13\", value: -P3D           | governance.notice.days      | is '-P3D'; must be a number of days, such as 30 or the ISO duration P30D",
                "A?13\", value: P30D          | A?13\", value: P3M            | governance.notice.days      | is 'P3M'; must be a number of days, such as 30 or the ISO duration P30D",
                "dispatch concerns\", value: 2 | dispatch concerns\", value: TWO | clocks[2].target          | is 'TWO'; must be a whole number from 1 up",
                "value: FREE                 | value: BANANA                 | charges[1].price            | is 'BANANA'; must be one of [FREE, PAID]",
                "fallback: DEPOT_REPAIR      | fallback: REPLACEMENT         | coverage.fallback           | must be a route that the policy serves unconditionally",
                "document: CONTRACT_DELIVERY | document: BILL_OF_LADING      | term.anchors[2].document    | stands in the chain twice",
            })
    void refusesAWrongPackByFilePlaceAndRule(String right, String wrong, String place, String rule) {
        // Given
        String pack = pack();
        assertThat(pack).contains(right);
        String broken = pack.replaceFirst(
                java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong.replace("`\\n`", "\n")));

        // When / Then
        assertThatThrownBy(() -> reader.read(FILE, broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(FILE + ": " + place + ": ")
                .hasMessageContaining(rule);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "price: { reading: R-A1 } | price: FREE | readings.R-A1: no rule of this pack takes its value",
                "otherwise: R-A9 } | extra: 1 } | readings.R-A9: no rule of this pack refers to it",
                "R-A5: { settles | R-A5: { noRule: \"none\", settles | readings.R-A5.noRule: a rule of this pack rests on R-A5",
            })
    void tellsOfAReadingOnWhichNothingRests(String right, String wrong, String expected) {
        String pack = pack();
        assertThat(pack).contains(right);

        assertThat(reader.idleReadings(FILE, pack)).isEmpty();
        assertThat(reader.idleReadings(FILE, pack.replace(right, wrong)))
                .extracting(problem -> problem.path() + ": " + problem.rule())
                .singleElement()
                .asString()
                .startsWith(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "causes: [DROP, IMPACT,     | causes: [DROPP, IMPACT,     | exclusions[0].causes[0]: 'DROPP' is no cause that the suite knows",
                "causes: [DROP, IMPACT,     | causes: [DROP, PHOTO,       | exclusions[0].causes[1]: 'PHOTO' is no cause",
                "causes: [LIGHTNING, FLOOD] | causes: [LIGHTNING, FLOD]   | exclusions[0].sameEvent.causes[1]: 'FLOD' is no cause",
                "[MATERIAL, WORKMANSHIP]    | [MATERIAL, WORKMENSHIP]     | coverage.causes.covered[1]: 'WORKMENSHIP' is no cause",
                "[ACCOUNT_MANAGER, EMAIL]   | [ACCOUNT_MANAGER, EMIAL]    | intake.channels[1]: 'EMIAL' is no channel",
                "item: MODEL                | item: MODLE                 | evidence[2].item: 'MODLE' is no code",
                "fact: repairImpractical, in: [\"YES\"] | fact: cause, in: [WEER] | coverage.routes.REPLACEMENT.when[0].in[0]: 'WEER' is no cause",
                "WORK_AUTHORISED: \"YES\"  | WORK_AUTORISED: \"YES\"   | facts.workAuthorised.findings.WORK_AUTORISED: 'WORK_AUTORISED' is no code",
                "stop: ACK_SENT             | stop: ACK_SEND              | clocks[0].stop: 'ACK_SEND' is no event that anybody says; must be one of ACK_SENT, ",
                "service: FIRMWARE          | service: FIRMWEAR           | entitlements[1].service: 'FIRMWEAR' is no code",
            })
    void refusesACodeThatNobodyHasWordsForWhenAPackIsHandedIn(String right, String wrong, String expected) {
        // Given
        String pack = pack();
        assertThat(pack).contains(right);
        String broken = pack.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        long line = broken.substring(0, broken.indexOf(wrong) + wrong.length())
                .lines()
                .count();

        // When / Then
        assertThatThrownBy(() -> reader.compileHandedIn(FILE, broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(FILE + ": " + expected)
                .hasMessageContaining("(line " + line + ")");
        assertThat(reader.compile(FILE, broken))
                .as("a version that is stored already stays readable")
                .isNotNull();
    }

    /** Claims and contracts name models in capitals: what the pack said of one in small letters would never be found. */
    @Test
    void findsAProductInWhateverLettersThePackNamesIt() throws IOException {
        String shipped =
                new ClassPathResource("policy-packs/online/D-1.yaml").getContentAsString(StandardCharsets.UTF_8);

        PolicyRules rules = reader.read("online/D-1", shipped.replace("DX-10:", "dx-10:"));

        assertThat(rules.products()).containsOnlyKeys("DX-10", "DX-20");
    }

    /** Whoever misspells what a product says of its units, or what stands on a paper, would have every claim judged by it. */
    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "agency/C-1 | supply: OWN_BRAND } } | supply: OWN_BRND } } | products.CX-100.attributes.supply: 'OWN_BRND' is no value of supply; must be one of OWN_BRAND, AGENCY",
                "agency/C-1 | supply: OWN_BRAND } } | suply: OWN_BRAND } } | products.CX-100.attributes.suply: 'suply' is no fact that a product says of its units; must be one of supply",
                "agency/C-1 | CX-150: { | cx-100: { | products.cx-100: is the model 'CX-100' once more; neither capitals nor blanks around it tell models apart",
                "online/D-1 | agreesIn: [model, serial] | agreesIn: [model, seral] | term.anchors[0].invalid.agreesIn[1]: 'seral' is no attribute of a unit or a paper; must be one of indoorBarcode, model, outdoorBarcode, saleChannel, serial",
                "online/D-1 | shows: [model, serial] | shows: [modle, serial] | evidence[3].shows[0]: 'modle' is no attribute of a unit or a paper",
                "shops/B-1 | [indoorBarcode, outdoorBarcode] | [indoorBarcode, outdorBarcode] | facts.barcodes.attributes[1]: 'outdorBarcode' is no attribute of a unit or a paper",
                "shops/B-1 | barcodes: TWO | barcode: TWO | products.SA-35.attributes.barcode: 'barcode' is no fact that a product says of its units",
                "agency/C-1 | value: CN-4403 | value: XX | readings.R-C-AREA.value: 'XX' is no code of a region",
                "agency/C-1 | value: CN-4403 | value: CN-44031 | readings.R-C-AREA.value: 'CN-44031' is no code of a region",
            })
    void refusesAnAttributeOrARegionThatNobodyKnows(String file, String right, String wrong, String expected)
            throws IOException {
        // Given
        String shipped =
                new ClassPathResource("policy-packs/" + file + ".yaml").getContentAsString(StandardCharsets.UTF_8);
        assertThat(shipped).contains(right);
        String broken = shipped.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        long line = broken.substring(0, broken.indexOf(wrong) + 1).lines().count();

        // When / Then
        assertThatThrownBy(() -> reader.compileHandedIn(file, broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(file + ": " + expected)
                .hasMessageContaining("(line " + line + ")");
        assertThat(reader.compileHandedIn(file, shipped)).isNotNull();
    }

    /** A promise by an event that nobody says could be neither kept nor broken, whatever words a pack has for it. */
    @ParameterizedTest
    @CsvSource({"start, ACK_SENT, FULL_MOON", "stop, DIAGNOSIS_CONCLUDED, FULL_MOON", "start, ACK_SENT, PHOTO"})
    void refusesAClockWithAnEventThatNobodySays(String end, String said, String unsaid) {
        // Given
        String broken = pack().replaceFirst(end + ": " + said, end + ": " + unsaid)
                + "\ncodes:\n  FULL_MOON: { en: \"full moon\", zh: \"满月\" }\n";

        // When / Then
        assertThatThrownBy(() -> reader.compileHandedIn(FILE, broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(FILE + ": clocks[1]." + end + ": '" + unsaid
                        + "' is no event that anybody says; must be one of ACK_SENT, ");
    }

    @Test
    void refusesAClockThatStopsWithWhatItStartsWith() {
        // Given
        String broken = pack().replaceFirst("start: ACK_SENT", "start: DIAGNOSIS_CONCLUDED");

        // When / Then
        assertThatThrownBy(() -> reader.compileHandedIn(FILE, broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(FILE + ": clocks[1].stop: is what the clock starts with");
        assertThat(reader.compile(FILE, broken))
                .as("a version that is stored already stays readable")
                .isNotNull();
    }

    @Test
    void takesACodeThatThePackItselfHasWordsFor() {
        // Given
        String pack = pack().replaceFirst(java.util.regex.Pattern.quote("causes: [DROP,"), "causes: [SAND, DROP,")
                + "\ncodes:\n  SAND: { en: \"sand inside\", zh: \"进沙\" }\n";

        // When / Then
        assertThat(reader.compileHandedIn(FILE, pack).causes()).contains("SAND");
    }

    @Test
    void refusesAClauseThatStandsTwice() {
        // Given
        String broken = pack().replaceFirst("  A1\\.2: ", "  A1.1: ");

        // When / Then
        assertThatThrownBy(() -> reader.read(FILE, broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith(FILE + ": clauses.A1.1: stands there twice, first on line ");
    }

    /** B3.3: a kind that no tariff has could never be priced. */
    @Test
    void refusesAKindOfFeeThatNobodyKnows() throws IOException {
        // Given
        String broken = new ClassPathResource("policy-packs/shops/B-1.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("AUXILIARY_MATERIAL, SPARE_PARTS]", "AUXILIARY_MATERIAL, SPARE_PARTS, HANDLING]");
        long line = broken.substring(0, broken.indexOf("HANDLING")).lines().count();

        // When / Then
        assertThatThrownBy(() -> reader.read("B-1.yaml", broken))
                .isInstanceOf(PackError.class)
                .hasMessageStartingWith("B-1.yaml: quotes.lineTypes.types[5]: ")
                .hasMessageContaining("SPARE_PARTS")
                .hasMessageContaining("(line " + line + ")");
    }

    @Test
    void refusesAClauseWithoutItsChineseText() {
        // Given
        String broken = pack().replaceFirst(", zh: \"保修范围为主机及标准配件。\"", "");

        // When / Then
        assertThatThrownBy(() -> reader.read(FILE, broken))
                .isInstanceOf(PackError.class)
                .hasMessage(FILE + ": clauses.A1.2.zh: is missing (line 16)");
    }

    private static String pack() {
        try {
            return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
