package dev.aftersales.claims.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class ContractsIT {

    @LocalServerPort
    int port;

    @Autowired
    Contracts contracts;

    private final String key = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String number = "C-" + key;
    private Api viktor;

    @BeforeEach
    void connect() {
        viktor = as(People.VIKTOR);
    }

    @Test
    void entersAContractOnce() {
        // When
        Answer first = viktor.put(path(), contract("nordwind"));
        Answer same = viktor.put(path(), contract("nordwind"));

        // Then
        assertThat(List.of(first.status(), same.status())).containsExactly(201, 200);
        assertThat(same.text()).isEqualTo(first.text());
        assertThat(contracts.find("exporter", number).orElseThrow().entries())
                .extracting(ContractEntry::by)
                .containsExactly("viktor");
    }

    @Test
    void showsWhatWasEntered() {
        // Given
        viktor.put(path(), contract("nordwind"));

        // When
        Answer shown = as(People.MARIA).get(path());

        // Then
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.<String>at("$.organisation")).isEqualTo("nordwind");
        assertThat(shown.<String>at("$.shipments[0].billOfLading")).isEqualTo("BL-77");
        assertThat(shown.<String>at("$.shipments[0].date")).isEqualTo("2025-03-14");
        assertThat(shown.<String>at("$.shipments[1].documents[0].kind")).isEqualTo("AIR_OR_ROAD_WAYBILL");
        assertThat(shown.<List<String>>at("$.shipments[*].units[*].serial")).containsExactly("A-" + key, "B-" + key);
    }

    @Test
    void showsWhatTheContractSaysBesideThePolicyAndOfItsUnits() {
        // Given
        String unit = """
                "productionLot":"L9","attributes":{"serialGenuine":"YES"},"price":{"amount":"1200.00","currency":"CNY"},
                "documents":[{"kind":"WARRANTY_CARD","number":"W-1","date":"2025-03-20","state":"ALTERED",
                  "attributes":{"indoorBarcode":"690001"}}]""";
        String body =
                contract("hualin").replace("\"productionLot\":\"L9\"", unit).replace("{\"organisation\"", """
                {"policyVersion":"B-1","terms":{"term":"P24M","excludedCauses":["LIGHTNING"],"onSite":["CN-4403"],
                "charges":{"INBOUND_FREIGHT":"VENDOR"}},"organisation\"""");

        Api shen = as(People.SHEN);

        // When
        Answer entered = shen.put(path(), body);
        Answer again = shen.put(path(), body);

        // Then
        assertThat(List.of(entered.status(), again.status()))
                .as(entered.toString())
                .containsExactly(201, 200);
        Answer shown = shen.get(path());
        assertThat(shown.<String>at("$.terms.term")).isEqualTo("P24M");
        assertThat(shown.<String>at("$.terms.charges.INBOUND_FREIGHT")).isEqualTo("VENDOR");
        assertThat(shown.<String>at("$.policyVersion")).isEqualTo("B-1");
        assertThat(shown.<String>at("$.shipments[0].units[0].attributes.serialGenuine"))
                .isEqualTo("YES");
        assertThat(shown.<String>at("$.shipments[0].units[0].price.amount")).isEqualTo("1200.00");
        assertThat(shown.<String>at("$.shipments[0].units[0].documents[0].attributes.indoorBarcode"))
                .isEqualTo("690001");
        SalesContract kept = contracts.find("shops", number).orElseThrow();
        assertThat(kept.entries()).hasSize(1);
        assertThat(kept.terms().onSite()).containsExactly("CN-4403");
        assertThat(kept.unit("A-" + key).orElseThrow().documents())
                .extracting(DatedDocument::kind)
                .containsExactly(DocumentKind.WARRANTY_CARD, DocumentKind.BILL_OF_LADING);
    }

    /** B4.4, D1.2: a slip of the pen would decide as if it were a fact. */
    @Test
    void refusesAnAttributeThatItsPolicyDoesNotKnow() {
        // When
        Answer unit = as(People.SHEN)
                .put(
                        path(),
                        contract("hualin")
                                .replace("\"productionLot\":\"L9\"", "\"attributes\":{\"serialGenuine\":\"no\"}"));
        Answer paper = viktor.put(
                path(),
                contract("nordwind")
                        .replace(
                                "\"date\":\"2025-04-01\"",
                                "\"date\":\"2025-04-01\",\"attributes\":{\"modle\":\"X1\"}"));

        // Then
        assertThat(List.of(unit.status(), paper.status())).containsExactly(422, 422);
        assertThat(unit.<String>at("$.type")).endsWith("attributes-unknown");
        assertThat(unit.<String>at("$.errors[0].field")).isEqualTo("shipments[0].units[0].attributes.serialGenuine");
        assertThat(unit.<String>at("$.errors[0].detail")).isEqualTo("one of YES, NO; no is none of them");
        assertThat(paper.<String>at("$.errors[0].field")).isEqualTo("shipments[1].documents[0].attributes.modle");
        assertThat(contracts.find("shops", number)).isEmpty();
        assertThat(contracts.find("exporter", number)).isEmpty();
    }

    @Test
    void refusesToPromiseVisitsWhereThereIsNoRegion() {
        // When
        Answer refused = viktor.put(path(), contract("nordwind").replace("{\"organisation\"", """
                {"terms":{"onSite":["CN-4403","CN-44031"]},"organisation\""""));

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).endsWith("site-unknown");
        assertThat(refused.<String>at("$.detail")).contains("CN-44031 is no code");
        assertThat(contracts.find("exporter", number)).isEmpty();
    }

    @Test
    void refusesToExcludeACauseThatNobodyKnows() {
        // When
        Answer refused = viktor.put(path(), contract("nordwind").replace("{\"organisation\"", """
                {"terms":{"excludedCauses":["LIGHTNING","BANANA"]},"organisation\""""));

        // Then
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).endsWith("cause-unknown");
        assertThat(refused.<List<String>>at("$.errors[*].field")).containsExactly("terms.excludedCauses[1]");
        assertThat(refused.<String>at("$.errors[0].detail")).contains("BANANA", "WATER_INGRESS");
        assertThat(contracts.find("exporter", number)).isEmpty();
    }

    @Test
    void refusesTermsThatAreNoneByTheirNames() {
        // When
        Answer kind = viktor.put(path(), contract("nordwind").replace("AIR_OR_ROAD_WAYBILL", "POSTCARD"));
        Answer attribute = viktor.put(
                path(), contract("nordwind").replace("\"productionLot\":\"L9\"", "\"attributes\":{\"$where\":\"x\"}"));
        Answer policy = viktor.put(
                path(),
                contract("nordwind").replace("{\"organisation\"", "{\"policyVersion\":\"C-1\",\"organisation\""));

        // Then
        assertThat(List.of(kind.status(), attribute.status(), policy.status())).containsExactly(400, 400, 422);
        assertThat(kind.<String>at("$.errors[0].field")).isEqualTo("shipments[1].documents[0].kind");
        assertThat(kind.<String>at("$.errors[0].detail")).contains("WARRANTY_CARD");
        assertThat(attribute.<String>at("$.errors[0].field")).contains("shipments[0].units[0].attributes");
        assertThat(policy.<String>at("$.field")).isEqualTo("policyVersion");
    }

    @Test
    void keepsWhoChangedIt() {
        // Given
        viktor.put(path(), contract("nordwind"));

        // When
        Answer changed = viktor.put(path(), contract("pacific"));

        // Then
        assertThat(changed.status()).isEqualTo(200);
        SalesContract kept = contracts.find("exporter", number).orElseThrow();
        assertThat(kept.organisation()).isEqualTo("pacific");
        assertThat(kept.entries()).hasSize(2);
    }

    @Test
    void makesOneContractOfConcurrentEntries() {
        // When
        List<Integer> statuses = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> viktor.put(path(), contract("nordwind"))))
                .limit(8)
                .toList()
                .stream()
                .map(answer -> answer.join().status())
                .toList();

        // Then
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(contracts.find("exporter", number).orElseThrow().entries()).hasSize(1);
    }

    @Test
    void findsAUnitByItsSerial() {
        // Given
        viktor.put(path(), contract("nordwind"));

        // When
        SalesContract found = contracts.ofUnit("exporter", "B-" + key).orElseThrow();

        // Then
        assertThat(found.number()).isEqualTo(number);
        assertThat(found.unit("B-" + key).orElseThrow().model()).isEqualTo("X1");
        assertThat(contracts.ofUnit("agency", "B-" + key)).isEmpty();
        assertThat(contracts.ofUnit("exporter", "Z-" + key)).isEmpty();
    }

    @Test
    void entersAUnitInWhateverLettersItsSerialAndModelAreTyped() {
        // Given
        String typed = contract("nordwind")
                .replace("B-" + key, " b-" + key.toLowerCase(Locale.ROOT))
                .replace("\"X1\"", "\"x1 \"");

        // When
        Answer first = viktor.put(path(), typed);
        Answer same = viktor.put(path(), contract("nordwind"));

        // Then
        assertThat(first.<List<String>>at("$.shipments[*].units[*].serial")).containsExactly("A-" + key, "B-" + key);
        assertThat(first.<List<String>>at("$.shipments[*].units[*].model")).containsExactly("X1", "X1");
        assertThat(same.text()).isEqualTo(first.text());
        assertThat(contracts.find("exporter", number).orElseThrow().entries()).hasSize(1);
    }

    @Test
    void refusesAUnitThatStandsThereTwiceInDifferentLetters() {
        // Given
        String twice = contract("nordwind").replace("B-" + key, "a-" + key.toLowerCase(Locale.ROOT));

        // When
        Answer refused = viktor.put(path(), twice);

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.<String>at("$.errors[0].field")).isEqualTo("shipments[1].units[0].serial");
    }

    @Test
    void doesNotKnowContractsOfAnotherOrganisationOrVendor() {
        // Given
        viktor.put(path(), contract("nordwind"));

        // When
        Answer foreignOrganisation = as(People.CHEN).get(path());
        Answer foreignVendor = as(People.CARL).get(path());
        Answer missing = as(People.CHEN).get("/api/v1/contracts/none");

        // Then
        assertThat(List.of(foreignOrganisation.status(), foreignVendor.status(), missing.status()))
                .containsExactly(404, 404, 404);
        assertThat(foreignOrganisation.<String>at("$.type")).isEqualTo(missing.<String>at("$.type"));
    }

    @Test
    void keepsTheSameNumberOfTwoVendorsApart() {
        // When
        Answer one = viktor.put(path(), contract("nordwind"));
        Answer other = as(People.VERA).put(path(), contract("nordwind"));

        // Then
        assertThat(List.of(one.status(), other.status())).containsExactly(201, 201);
        assertThat(as(People.CARL).get(path()).<String>at("$.vendor")).isEqualTo("agency");
    }

    @Test
    void refusesAUnitThatWasSoldUnderAnotherContract() {
        // Given
        viktor.put(path(), contract("nordwind"));

        // When
        Answer second = viktor.put("/api/v1/contracts/D-" + key, contract("nordwind"));

        // Then
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.<String>at("$.type")).isEqualTo("urn:aftersales:problem:sold-under-another-contract");
        assertThat(second.<List<String>>at("$.serials")).containsExactly("A-" + key, "B-" + key);
        assertThat(second.<String>at("$.contract")).isEqualTo(number);
    }

    @Test
    void refusesAContractThatContradictsItself() {
        // Given
        String twice = contract("nordwind").replace("B-" + key, "A-" + key);

        // When
        Answer refused = viktor.put(path(), twice);

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.<String>at("$.errors[0].field")).isEqualTo("shipments[1].units[0].serial");
        assertThat(contracts.find("exporter", number)).isEmpty();
    }

    /** B1.1: what the law asks for is the least; the exporter's policy has no such clause. */
    @Test
    void refusesATermBelowTheFloorOfTheVendorsPolicy() {
        // Given
        Api shen = as(People.SHEN);

        // When
        Answer below = shen.put(path(), term("P364D"));
        Answer byVersion = shen.put(path(), term("P6M").replace("{\"terms\"", "{\"policyVersion\":\"B-1\",\"terms\""));
        Answer elsewhere = viktor.put(path(), term("P6M"));

        // Then
        assertThat(List.of(below.status(), byVersion.status(), elsewhere.status()))
                .containsExactly(422, 422, 201);
        assertThat(below.<String>at("$.type")).isEqualTo("urn:aftersales:problem:below-floor");
        assertThat(below.<String>at("$.errors[0].field")).isEqualTo("terms.term");
        assertThat(below.<String>at("$.errors[0].clause")).isEqualTo("B1.1");
        assertThat(below.<String>at("$.errors[0].reading")).isEqualTo("R-B-TERM");
        assertThat(below.<String>at("$.errors[0].floor")).isEqualTo("P12M");
        assertThat(contracts.find("shops", number)).isEmpty();
    }

    /** D2.4a, reading D?1: a unit of such a model could be claimed and never judged. */
    @Test
    void refusesUnitsOfAModelThatThePolicyHasNoTermFor() {
        // Given
        Api kurt = as(People.KURT);

        // When
        Answer without = kurt.put(path(), contract("brightlab"));
        Answer ofTheContract = kurt.put(
                path(),
                contract("brightlab").replace("{\"organisation\"", "{\"terms\":{\"term\":\"P1Y\"},\"organisation\""));

        // Then
        assertThat(without.status()).as(without.toString()).isEqualTo(422);
        assertThat(without.<String>at("$.type")).isEqualTo("urn:aftersales:problem:no-term");
        assertThat(without.<String>at("$.errors[0].rule")).isEqualTo("every-product-has-a-term");
        assertThat(without.<String>at("$.errors[0].clause")).isEqualTo("D2.4a");
        assertThat(without.<String>at("$.errors[0].reading")).isEqualTo("R-D1");
        assertThat(without.<String>at("$.errors[0].detail")).startsWith("D-1 has no term for X1");
        assertThat(ofTheContract.status()).as(ofTheContract.toString()).isEqualTo(201);
    }

    @Test
    void entersATermThatIsTheFloorItself() {
        assertThat(as(People.SHEN).put(path(), term("P1Y")).status()).isEqualTo(201);
    }

    private String term(String term) {
        return contract("nordwind")
                .replace("{\"organisation\"", "{\"terms\":{\"term\":\"" + term + "\"},\"organisation\"");
    }

    @Test
    void refusesMissingAndUnknownFieldsByTheirNames() {
        // When
        Answer missing = viktor.put(path(), contract("nordwind").replace("\"model\":\"X1\",", ""));
        Answer unknown = viktor.put(path(), contract("nordwind").replace("\"model\":", "\"modell\":"));
        Answer wrong = viktor.put(path(), contract("nordwind").replace("MAIN_UNIT", "SOMETHING"));

        // Then
        assertThat(List.of(missing.status(), unknown.status(), wrong.status())).containsExactly(400, 400, 400);
        assertThat(missing.<List<String>>at("$.errors[*].field"))
                .contains("shipments[0].units[0].model", "shipments[1].units[0].model");
        assertThat(unknown.<String>at("$.errors[0].field")).isEqualTo("shipments[0].units[0].modell");
        assertThat(wrong.<String>at("$.errors[0].field")).isEqualTo("shipments[0].units[0].itemClass");
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThat(viktor.put("/api/v1/contracts/-x", contract("nordwind")).status())
                .isEqualTo(422);
    }

    @Test
    void letsOnlyVendorOperationsEnter() {
        assertThat(as(People.MARIA).put(path(), contract("nordwind")).status()).isEqualTo(403);
        assertThat(as(People.ANNA).put(path(), contract("nordwind")).status()).isEqualTo(403);
        assertThat(Api.at(port).put(path(), contract("nordwind")).status()).isEqualTo(401);
    }

    private Api as(People person) {
        return Api.at(port).as(person);
    }

    private String path() {
        return "/api/v1/contracts/" + number;
    }

    private String contract(String organisation) {
        return """
                {"organisation":"%s","shipments":[
                  {"billOfLading":"BL-77","date":"2025-03-14","units":[
                    {"serial":"A-%s","model":"X1","itemClass":"MAIN_UNIT","productionLot":"L9"}]},
                  {"documents":[{"kind":"AIR_OR_ROAD_WAYBILL","number":"AWB-5","date":"2025-04-01"}],"units":[
                    {"serial":"B-%s","model":"X1","itemClass":"STANDARD_ACCESSORY"}]}]}
                """.formatted(organisation, key, key);
    }
}
