package dev.aftersales.claims.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer says to stand on a paper, against what the policy looks at there. */
class SaidCheckTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            D | modle  | One of model, serial; modle is none of them
            B | model  | One of indoorBarcode, outdoorBarcode; model is none of them
            C | serial | Policy C-1 looks at nothing but kind, number and date
            """)
    void refusesAnAttributeOfAPaperThatThePolicyDoesNotKnow(String policy, String name, String detail) {
        assertThat(new SaidCheck(ShippedPacks.policy(policy), NOW).documents(List.of(paper(name)), List.of(1)))
                .get()
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo("attribute-unknown");
                    assertThat(refusal.field()).isEqualTo("documents[0].attributes." + name);
                    assertThat(refusal.detail()).startsWith(detail);
                });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"D, serial", "B, outdoorBarcode"})
    void takesAnAttributeThatThePolicyKnows(String policy, String name) {
        assertThat(new SaidCheck(ShippedPacks.policy(policy), NOW).documents(List.of(paper(name)), List.of(1)))
                .isEmpty();
    }

    private static Said.DocumentRequest paper(String attribute) {
        return new Said.DocumentRequest(
                1, DocumentKind.INVOICE, "I-1", LocalDate.parse("2026-01-01"), null, Map.of(attribute, "X"));
    }
}
