package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Clause;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.adjudication.rules.FactRule;
import dev.aftersales.claims.adjudication.rules.Governance;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.Precedence;
import dev.aftersales.claims.adjudication.rules.PromisedTime;
import dev.aftersales.claims.adjudication.rules.Requirement;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.contracts.events.Route;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema knows the same names as the model that packs are read into. */
class PackSchemaTest {

    private static final JsonNode SCHEMA = schema();

    @Test
    void isASchemaByTheDialectThatItNames() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                        .validate(SCHEMA))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void listsTheNamesOfTheModel(String place, Enum<?>[] names) {
        assertThat(StreamSupport.stream(SCHEMA.at(place).spliterator(), false).map(JsonNode::asString))
                .as(place)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(names).map(Enum::name).toList());
    }

    static Stream<Arguments> listsTheNamesOfTheModel() {
        return Stream.of(
                names("/properties/precedence/items/enum", Precedence.values()),
                names("/properties/term/properties/extendedBy/properties/agreement/enum", AgreementKind.values()),
                names("/properties/clauses/additionalProperties/properties/kind/enum", Clause.Kind.values()),
                names("/properties/clauses/additionalProperties/properties/force/enum", Clause.Force.values()),
                names("/properties/facts/additionalProperties/properties/from/enum", FactRule.Source.values()),
                names("/$defs/document/enum", DocumentKind.values()),
                names("/properties/coverage/properties/itemClasses/properties/covered/items/enum", ItemClass.values()),
                names("/properties/coverage/properties/routes/propertyNames/enum", Route.values()),
                names("/properties/coverage/properties/fallback/enum", Route.values()),
                names("/properties/evidence/items/properties/anyOf/items/enum", Requirement.Particular.values()),
                names("/properties/charges/items/properties/items/items/enum", ChargeItem.values()),
                names("/properties/charges/items/properties/payer/enum", Payer.values()),
                names("/properties/quotes/properties/lineTypes/properties/types/items/enum", FeeType.values()),
                names("/properties/contract/properties/overrides/items/enum", ContractRules.Part.values()),
                names("/properties/entitlements/items/properties/price/enum", EntitlementRule.Price.values()),
                names("/properties/entitlements/items/properties/while/else/enum", EntitlementRule.While.values()),
                names("/properties/batches/items/properties/groupedBy/items/enum", Trait.values()),
                names("/properties/clocks/items/properties/unit/else/enum", PromisedTime.Unit.values()),
                names(
                        "/properties/governance/properties/guards/items/properties/guard/enum",
                        Governance.Kind.values()));
    }

    private static Arguments names(String place, Enum<?>[] names) {
        return arguments(place, names);
    }

    private static JsonNode schema() {
        try (InputStream content = new ClassPathResource("policy-packs/pack.schema.json").getInputStream()) {
            return JsonMapper.shared().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
