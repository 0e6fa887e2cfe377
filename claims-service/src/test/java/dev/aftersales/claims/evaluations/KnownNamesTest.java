package dev.aftersales.claims.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aftersales.chassis.problems.ProblemException;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.ShippedPacks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A fact that no policy looks at is refused, not passed over. */
class KnownNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ABCDE | "consents":{"NEWSLETTER":{"version":"1"}},"lines":[{}]             | facts.consents.NEWSLETTER                   | TERMS_ACCEPTED
            A | "consents":{"TERMS_ACCEPTED":{"version":"1"}},"lines":[{}]         | facts.consents.TERMS_ACCEPTED               | -
            D | "lines":[{"component":"MOTOR"}]                                    | facts.lines[0].component                    | BATTERY
            A | "lines":[{},{"diagnosis":{"cause":"MATERIAL","causeConfirmed":true,"findings":["TAMPER_LABEL_INTACT","GREEN"]}}] | facts.lines[1].diagnosis.findings[1] | TAMPER_LABEL_DAMAGED
            D | "lines":[{"diagnosis":{"cause":"MATERIAL","causeConfirmed":true,"observations":{"packaging":"NICE"}}}] | facts.lines[0].diagnosis.observations.packaging | IMPROPER
            C | "lines":[{"unit":{"serial":"S","model":"M","itemClass":"MAIN_UNIT","attributes":{"suply":"AGENCY"}}}] | facts.lines[0].unit.attributes.suply | supply
            C | "lines":[{"unit":{"serial":"S","model":"M","itemClass":"MAIN_UNIT","attributes":{"supply":"OTHER"}}}] | facts.lines[0].unit.attributes.supply | AGENCY
            D | "lines":[{"documents":[{"kind":"INVOICE","date":"2026-01-01","attributes":{"serialNumber":"S"}}]}] | facts.lines[0].documents[0].attributes.serialNumber | serial
            C | "lines":[{"attributes":{"colour":"red"}}]                          | facts.lines[0].attributes.colour            | -
            B | "unavailable":["PROOF"],"lines":[{}]                               | facts.unavailable[0]                        | PROOF_OF_PURCHASE
            D | "consents":{"PASSWORD_STATE":{"version":"1","state":"LOCKED"}},"lines":[{}] | facts.consents.PASSWORD_STATE.state | CLEARED
            A | "lines":[{"diagnosis":{"cause":"WATER_INGRES","causeConfirmed":true}}] | facts.lines[0].diagnosis.cause | WATER_INGRESS
            A | "declaredCause":"PHOTO","lines":[{}]                            | facts.declaredCause                         | SERIAL_LABEL_ILLEGIBLE
            D | "channel":"BANANA","lines":[{}]                                 | facts.channel                               | WEB
            C | "site":"CN-44031","lines":[{}]                                 | facts.site                                  | -
            A | "site":"ZZ","lines":[{}]                                       | facts.site                                  | -
            E | "contractTerms":{"excludedCauses":["DROP","BANANA"]},"lines":[{}] | facts.contractTerms.excludedCauses[1]     | LIGHTNING
            A | "lines":[{"rulings":[{"clauses":["A3.2","Z9"]}]}]               | facts.lines[0].rulings[0].clauses[1]        | A3.7
            A | "lines":[{"review":{"outcome":"DISMISS","clauses":["Z9"]}}]     | facts.lines[0].review.clauses[0]            | A1.1
            A | "lines":[{"reviews":[{"outcome":"DISMISS","clauses":["Z9"]}]}]  | facts.lines[0].reviews[0].clauses[0]        | A1.1
            """)
    @SuppressWarnings("unchecked")
    void namesWhatNoPolicyKnowsAndWhatTheyKnow(String policies, String facts, String field, @Nullable String known) {
        // When
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> KnownNames.check(body(facts), judging(policies)));

        // Then
        assertThat(refused.getStatusCode().value()).isEqualTo(422);
        List<Map<String, Object>> errors =
                (List<Map<String, Object>>) refused.getBody().getProperties().get("errors");
        assertThat(errors).extracting(error -> error.get("field")).containsExactly(field);
        List<String> names = (List<String>) errors.getFirst().get("known");
        if (known == null) {
            assertThat(names).isEmpty();
        } else {
            assertThat(names).contains(known);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AD | "consents":{"TERMS_ACCEPTED":{"version":"1"}},"lines":[{}]
            D | "lines":[{"component":"BATTERY","documents":[{"kind":"INVOICE","date":"2026-01-01","attributes":{"model":"M","serial":"S"}}]}]
            A | "lines":[{"diagnosis":{"cause":"MATERIAL","causeConfirmed":true,"findings":["WATER_INGRESS","FUNCTION_IMPAIRED"]}}]
            C | "lines":[{"unit":{"serial":"S","model":"M","itemClass":"MAIN_UNIT","attributes":{"supply":"AGENCY"}}}]
            A | "channel":"WALK_IN","declaredCause":"SERIAL_LABEL_ILLEGIBLE","lines":[{"rulings":[{"clauses":["A3.2"]}]}]
            E | "contractTerms":{"excludedCauses":["DROP"]},"lines":[{}]
            B | "unavailable":["WARRANTY_CARD"],"lines":[{"diagnosis":{"cause":"UNKNOWN","causeConfirmed":true}}]
            """)
    void takesWhatOneOfThemKnows(String policies, String facts) {
        assertThatCode(() -> KnownNames.check(body(facts), judging(policies))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            A | "consents":{"TERMS_ACCEPTED":{"version":"1"}},"lines":[{}] | facts.consents.TERMS_ACCEPTED
            D | "consents":{"TERMS_ACCEPTED":{"version":"1"}},"lines":[{}] | -
            A | "lines":[{"component":"BATTERY"}]                          | facts.lines[0].component
            """)
    void namesWhatOnePolicyDoesNotUse(String policy, String facts, @Nullable String field) {
        assertThat(KnownNames.unknownTo(ShippedPacks.policy(policy), body(facts)))
                .isEqualTo(field == null ? List.of() : List.of(field));
    }

    private static List<CompiledPolicy> judging(String letters) {
        return Arrays.stream(letters.split("")).map(ShippedPacks::policy).toList();
    }

    private static FactsBody body(String facts) {
        return JsonMapper.builder()
                .build()
                .readValue("{\"submittedAt\":\"2026-06-05T10:00:00Z\"," + facts + "}", FactsBody.class);
    }
}
