package dev.aftersales.claims.versions;

import static dev.aftersales.claims.versions.GivenPacks.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drafts: who changes and sees them, and what is refused as one. */
class DraftsIT extends VersionsOfAVendor {

    @Test
    void letsOneOfTwoEditsOfADraftThrough() {
        // Given
        assertThat(draft(longer(second)).header("ETag")).isEqualTo("\"1\"");

        // When
        Answer blind =
                admin().with("Content-Type", "application/yaml").put("/api/v1/policies/" + second, longer(second));
        Answer mine = replace(second, "\"1\"", longer(second));
        Answer theirs = replace(second, "\"1\"", longer(second));

        // Then
        assertThat(blind.status()).isEqualTo(428);
        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.header("ETag")).isEqualTo("\"2\"");
        assertThat(theirs.status()).isEqualTo(412);
    }

    @Test
    void changesNothingButADraft() {
        // Given
        customer("maria");
        draft(longer(second));
        notice(second, clock.instant().plus(Duration.ofDays(40)));

        // When
        Answer noticed = replace(second, "\"1\"", longer(second));
        Answer active = replace(first, "\"1\"", pack(first));
        Answer again = draft(longer(second));

        // Then
        assertThat(List.of(noticed.status(), active.status(), again.status())).containsExactly(409, 409, 409);
        assertThat(noticed.<String>at("$.type")).isEqualTo("urn:aftersales:problem:version-fixed");
        assertThat(again.<String>at("$.type")).isEqualTo("urn:aftersales:problem:version-taken");
    }

    @Test
    void refusesWhatIsNoPackOfTheVendorsAndKeepsWhatIsInForce() {
        // When
        Answer broken = draft("vendor: " + vendor + "\nnonsense: 1\n");
        Answer foreign = draft(text("exporter/A-1").replace("version: A-1", "version: A-999"));
        Answer bomb = draft("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n");
        Answer huge = draft("#" + "x".repeat(10 * 1024 * 1024));
        Answer unsaid = draft(pack(first).replaceFirst("start: ACK_SENT", "start: FULL_MOON"));

        // Then
        assertThat(unsaid.status()).as(unsaid.toString()).isEqualTo(422);
        assertThat(unsaid.<List<String>>at("$.errors[*].place")).containsExactly("clocks[1].start");
        assertThat(unsaid.<List<String>>at("$.errors[*].rule"))
                .singleElement(STRING)
                .contains("FULL_MOON", "ACK_SENT");
        assertThat(unsaid.<List<Integer>>at("$.errors[*].line")).hasSize(1);
        assertThat(List.of(broken.status(), foreign.status(), bomb.status())).containsExactly(422, 422, 422);
        assertThat(huge.status()).isEqualTo(413);
        assertThat(broken.<List<String>>at("$.errors[*].place")).contains("nonsense");
        assertThat(broken.<List<Integer>>at("$.errors[*].line")).contains(2);
        assertThat(foreign.<List<String>>at("$.errors[*].place")).contains("vendor");
        assertThat(current()).isEqualTo(first);
    }

    @Test
    void showsADraftToThoseWhoMakeItAndTheDifferenceInWords() {
        // Given
        customer("maria");
        draft(longer(second));

        // When
        Answer diff = admin().get("/api/v1/policies/" + second + "/diff");
        Answer others = person("maria", "customer").get("/api/v1/policies/" + second);

        // Then
        assertThat(diff.<String>at("$.from")).isEqualTo(first);
        assertThat(diff.<List<String>>at("$.changes[*].zh")).containsExactly("保修期（A1.1），期限：由12个月改为18个月。");
        assertThat(others.status()).isEqualTo(404);
        assertThat(admin().get("/api/v1/policies").<List<String>>at("$.items[*].version"))
                .containsExactly(second, first);
        assertThat(admin().get("/api/v1/policies").<List<String>>at("$.items[*].state"))
                .containsExactly("DRAFT", "ACTIVE");
        assertThat(person("maria", "customer").get("/api/v1/policies").<List<String>>at("$.items[*].version"))
                .containsExactly(first);
    }

    @Test
    void showsAVersionToThoseWhoAreToldOfIt() {
        // Given
        customer("maria");
        draft(longer(second));
        Instant from = clock.instant().plus(Duration.ofDays(40));
        notice(second, from);

        // When
        Answer told = person("maria", "customer").get("/api/v1/policies/" + second);
        Answer diff = person("anna", "agent").get("/api/v1/policies/" + second + "/diff");
        Answer foreign = Api.at(port).as(People.CARL).get("/api/v1/policies/" + second);

        // Then
        assertThat(told.<String>at("$.term.length")).isEqualTo("P18M");
        assertThat(Instant.parse(told.at("$.effectiveFrom"))).isEqualTo(from.truncatedTo(ChronoUnit.MILLIS));
        assertThat(told.<String>at("$.zone")).isNotEmpty();
        assertThat(diff.<List<String>>at("$.changes[*].en"))
                .containsExactly("Warranty term (A1.1), length: 12 months becomes 18 months.");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(person("viktor", "vendor-ops").get("/api/v1/policies").<List<String>>at("$.items[*].state"))
                .containsExactly("NOTICED", "ACTIVE");
    }

    private Answer replace(String version, String etag, String pack) {
        return admin().with("Content-Type", "application/yaml")
                .with("If-Match", etag)
                .put("/api/v1/policies/" + version, pack);
    }
}
