package dev.aftersales.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PartnersIntakeTest {

    static final List<String> TYPES = Schemas.INTAKE_TYPES;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> BOUND_BY_THE_GATEWAY = Set.of("vendor", "partner");

    @Test
    void partnersMayPostWhatPaymentProvidersAndCarriersSay() {
        assertThat(Schemas.INTAKE_TYPES)
                .containsExactly(
                        "partners.payment-received.v1",
                        "partners.carrier-accepted.v1",
                        "partners.carrier-delivered.v1");
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void acceptsItsExample(String type) {
        assertThat(errors(type, example(type))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void isTheEventWithoutWhatTheGatewayBinds(String type) {
        JsonNode event = JSON.readTree(Schemas.schemaOf(type));
        Set<String> ofTheEvent = new TreeSet<>(event.get("properties").propertyNames());
        ofTheEvent.removeAll(BOUND_BY_THE_GATEWAY);

        JsonNode intake = JSON.readTree(Schemas.intakeSchemaOf(type));

        assertThat(new TreeSet<>(intake.get("properties").propertyNames())).isEqualTo(ofTheEvent);
        intake.get("properties").forEachEntry((name, property) -> assertThat(property)
                .isEqualTo(event.get("properties").get(name)));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void boundByTheGatewayItBecomesTheEvent(String type) {
        ObjectNode posted = example(type);

        JsonNode event = JSON.readTree(Schemas.exampleOf(type));

        BOUND_BY_THE_GATEWAY.forEach(property -> posted.set(property, event.get(property)));

        assertThat(posted).isEqualTo(event);
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void refusesVendorAndPartnerFromThePartner(String type) {
        assertThat(BOUND_BY_THE_GATEWAY)
                .allSatisfy(property -> assertThat(errors(type, example(type).put(property, "agency")))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void refusesPostingThatLacksAProperty(String type) {
        assertThat(example(type).propertyNames()).isNotEmpty().allSatisfy(property -> {
            ObjectNode posted = example(type);
            posted.remove(property);
            assertThat(errors(type, posted)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"partners.carrier-accepted.v1", "partners.carrier-delivered.v1"})
    void refusesBlankTrackingNumber(String type) {
        assertThat(errors(type, example(type).put("trackingNumber", " "))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1.00", "1,00", "1e3", " ", "0.0001", "1000000000000000.00"})
    void refusesPaymentOfWhatIsNoAmount(String amount) {
        String type = "partners.payment-received.v1";
        ObjectNode posted = example(type);
        ((ObjectNode) posted.get("amount")).put("amount", amount);

        assertThat(errors(type, posted)).isNotEmpty();
    }

    @Test
    void refusesTypeThatNoPartnerMayPost() {
        assertThatIllegalArgumentException().isThrownBy(() -> Schemas.intakeSchemaOf("claims.claim-closed.v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Schemas.intakeExampleOf("partners.unheard-of.v1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Schemas.intakeIdOf(""));
    }

    private static List<Error> errors(String type, JsonNode posted) {
        return Validation.errors(Schemas.intakeIdOf(type), posted);
    }

    private static ObjectNode example(String type) {
        return (ObjectNode) JSON.readTree(Schemas.intakeExampleOf(type));
    }
}
