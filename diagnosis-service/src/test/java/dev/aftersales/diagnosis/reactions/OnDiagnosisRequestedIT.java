package dev.aftersales.diagnosis.reactions;

import static dev.aftersales.diagnosis.Claim.quantity;
import static dev.aftersales.diagnosis.Claim.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.diagnosis.Claim;
import dev.aftersales.diagnosis.Faults;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.ContractCheck;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class OnDiagnosisRequestedIT {

    @LocalServerPort
    int port;

    Api api;

    @BeforeEach
    void connect() {
        api = Api.at(port);
    }

    @Test
    void answersAKnownFaultFromTheCatalogueAtOnce() {
        String code = Faults.known(api, Faults.body(1));

        Claim claim = Claim.on(code).requested(2, unit(1, serial()), unit(2, serial()));

        Message completed = claim.completed(1).getFirst();
        assertThat(claim.told()).isEqualTo("started CATALOGUE, completed 1 2");
        assertThat(completed.<String>at("$.confirmedBy.kind")).isEqualTo("CATALOGUE");
        assertThat(completed.<String>at("$.confirmedBy.id")).isEqualTo(code);
        assertThat(completed.<List<String>>at("$.lines[*].parts[*].part"))
                .containsExactly("WP4-PSU-24V", "WP4-PSU-24V");
        assertThat(completed.header("ce_id")).isEqualTo("diagnosis/" + claim.id() + "/2");
        ContractCheck.keepsItsContract(completed);
        ContractCheck.keepsItsContract(claim.started(1).getFirst());
        assertThat(one(claim).<String>at("$.state")).isEqualTo("CONCLUDED");
    }

    @Test
    void queuesAnUnknownFaultWithTheReason() {
        Claim claim = Claim.on(Faults.freshCode()).requested(2, unit(1, serial()));

        ContractCheck.keepsItsContract(claim.started(1).getFirst());
        assertThat(claim.told()).isEqualTo("started TECHNICIAN");
        assertThat(one(claim).<String>at("$.state")).isEqualTo("QUEUED");
        assertThat(one(claim).<List<String>>at("$.personNeeded[*].reason")).containsExactly("CODE_UNKNOWN");
    }

    @Test
    void queuesPartsOverTheCap() {
        String code = Faults.known(api, Faults.body("60.00", "50.00", 1));

        Claim claim = Claim.on(code).requested(2, unit(1, serial()));

        claim.started(1);
        assertThat(one(claim).<List<String>>at("$.personNeeded[*].reason")).containsExactly("OVER_VALUE_CAP");
    }

    @Test
    void queuesLinesWithoutSerial() {
        String code = Faults.known(api, Faults.body(1));

        Claim claim = Claim.on(code).requested(2, unit(1, serial()), quantity(2, 3));

        claim.started(1);
        assertThat(claim.told()).isEqualTo("started TECHNICIAN");
        assertThat(one(claim).<List<String>>at("$.personNeeded[*].reason")).contains("NO_SERIAL");
    }

    @Test
    void queuesASerialThatWentThroughAsOftenAsItMay() {
        String code = Faults.known(api, Faults.body(1));
        String serial = serial();
        Claim.on(code).requested(2, unit(1, serial)).completed(1);

        Claim second = Claim.on(code).requested(2, unit(1, serial), unit(2, serial()));

        second.started(1);
        assertThat(second.told()).isEqualTo("started TECHNICIAN");
        assertThat(one(second).<List<String>>at("$.personNeeded[*].reason")).containsExactly("LIMIT_REACHED");
        assertThat(one(second).<List<Integer>>at("$.personNeeded[0].lines")).containsExactly(1);
    }

    @Test
    void knowsOnlyTheCatalogueOfTheClaimsVendor() {
        String code = Faults.known(api, Faults.body(1));

        Claim foreign = Claim.of("agency", code).requested(2, unit(1, serial()));

        foreign.started(1);
        assertThat(foreign.told()).isEqualTo("started TECHNICIAN");
    }

    @Test
    void handlesADuplicateOnce() {
        String code = Faults.known(api, Faults.body(1));
        Claim claim = Claim.on(code);

        claim.requested(2, unit(1, serial())).requested(2, unit(1, serial())).requested(4, unit(2, serial()));

        // The later request went behind the duplicate on the same partition.
        claim.completed(2);
        assertThat(claim.told()).isEqualTo("started CATALOGUE, completed 1, started CATALOGUE, completed 2");
    }

    @Test
    void passesOverAnOlderRequestAfterANewer() {
        String code = Faults.known(api, Faults.body(1));
        Claim claim = Claim.on(code);

        claim.requested(5, unit(1, serial())).requested(3, unit(2, serial())).requested(6, unit(3, serial()));

        claim.completed(2);
        assertThat(claim.told()).isEqualTo("started CATALOGUE, completed 1, started CATALOGUE, completed 3");
        assertThat(one(claim).<List<Integer>>at("$.lines[*].line")).containsExactly(1, 3);
    }

    @Test
    void addsLaterLinesToAWaitingCase() {
        Claim claim = Claim.on(Faults.freshCode()).requested(2, unit(1, serial()));
        claim.started(1);

        claim.requested(4, unit(2, serial()));

        claim.started(2);
        assertThat(one(claim).<List<Integer>>at("$.lines[*].line")).containsExactly(1, 2);
        assertThat(one(claim).<List<Integer>>at("$.personNeeded[0].lines")).containsExactly(1, 2);
        assertThat(one(claim).<List<String>>at("$.evidenceIds")).containsExactly("evd-2", "evd-4");
    }

    @Test
    void opensAConcludedCaseAgainForLaterLines() {
        String code = Faults.known(api, Faults.body(1));
        Claim claim = Claim.on(code).requested(2, unit(1, serial()));
        claim.completed(1);

        claim.requested(4, quantity(2, 1));

        claim.started(2);
        assertThat(claim.told()).isEqualTo("started CATALOGUE, completed 1, started TECHNICIAN");
        assertThat(one(claim).<String>at("$.state")).isEqualTo("QUEUED");
        assertThat(one(claim).<List<Integer>>at("$.personNeeded[0].lines")).containsExactly(2);
    }

    private Answer one(Claim claim) {
        People technician = claim.vendor().equals("agency") ? People.TARA : People.TOMAS;
        return api.as(technician).get("/api/v1/diagnoses/" + claim.id());
    }

    private static String serial() {
        return "WP4-" + UUID.randomUUID();
    }
}
