package dev.aftersales.claims.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aftersales.claims.policies.ShippedPacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** An attribute that the policy of a contract does not know, by name or by value, is told with what it does know there. */
class ContractAttributesTest {

    @ParameterizedTest(name = "{0}: {1}={2}")
    @CsvSource(delimiter = '|', textBlock = """
            D | saleChannel   | AUTHORIZED | one of AUTHORISED, UNAUTHORISED; AUTHORIZED is none of them
            B | serialGenuine | no         | one of YES, NO; no is none of them
            C | supply        | AGNCY      | one of OWN_BRAND, AGENCY; AGNCY is none of them
            C | suply         | AGENCY     | one of supply; suply is none of them
            B | indoorBarcod  | 690001     | one of indoorBarcode, outdoorBarcode, serialGenuine; indoorBarcod is none of them
            A | supply        | AGENCY     | none is known here, and supply is none
            """)
    void refusesAnAttributeOfAUnit(String policy, String name, String value, String detail) {
        assertThat(unknown(policy, attributes(name, value), ""))
                .extracting(error -> error.get("field"), error -> error.get("rule"), error -> error.get("detail"))
                .containsExactly(tuple("shipments[0].units[0].attributes." + name, "known", detail));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"D, modle", "B, outdorBarcode", "C, model"})
    void refusesWhatIsSaidToStandOnAPaper(String policy, String name) {
        String papers = """
                ,"documents":[{"kind":"INVOICE","number":"I","date":"2026-01-01"%s}]""".formatted(attributes(name, "X"));

        assertThat(unknown(policy, papers, papers))
                .extracting(error -> error.get("field"))
                .containsExactly(
                        "shipments[0].documents[0].attributes." + name,
                        "shipments[0].units[0].documents[0].attributes." + name);
    }

    @ParameterizedTest(name = "{0}: {1}={2}, {3}")
    @CsvSource({
        "D, saleChannel, UNAUTHORISED, serial",
        "B, outdoorBarcode, anything, indoorBarcode",
        "B, serialGenuine, NO, outdoorBarcode",
    })
    void takesWhatThePolicyKnows(String policy, String name, String value, String onPaper) {
        String papers = """
                ,"documents":[{"kind":"INVOICE","number":"I","date":"2026-01-01"%s}]""".formatted(attributes(onPaper, "X"));

        assertThat(unknown(policy, attributes(name, value) + papers, papers)).isEmpty();
    }

    @Test
    void tellsOfNoMoreThanAPersonReads() {
        String unit = "{\"serial\":\"S\",\"model\":\"M\",\"itemClass\":\"MAIN_UNIT\",\"attributes\":{\"x\":\"y\"}}";

        assertThat(ContractAttributes.unknown(
                        contract(String.join(",", java.util.Collections.nCopies(500, unit)), ""),
                        ShippedPacks.policy("D")))
                .hasSize(100);
    }

    private static List<Map<String, Object>> unknown(String policy, String ofUnit, String ofShipment) {
        String unit = "{\"serial\":\"S\",\"model\":\"M\",\"itemClass\":\"MAIN_UNIT\"" + ofUnit + "}";
        return ContractAttributes.unknown(contract(unit, ofShipment), ShippedPacks.policy(policy));
    }

    private static PutContract contract(String units, String ofShipment) {
        return new JsonMapper()
                .readValue(
                        "{\"organisation\":\"o\",\"shipments\":[{\"units\":[" + units + "]" + ofShipment + "}]}",
                        PutContract.class);
    }

    private static String attributes(String name, String value) {
        return ",\"attributes\":{\"" + name + "\":\"" + value + "\"}";
    }
}
