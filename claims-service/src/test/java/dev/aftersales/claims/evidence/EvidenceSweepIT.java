package dev.aftersales.claims.evidence;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class EvidenceSweepIT {

    private static final Duration KEEP = Duration.ofHours(24);

    @LocalServerPort
    int port;

    @Autowired
    Aggregates<Upload> uploads;

    @Autowired
    EvidenceFiles files;

    @Autowired
    EvidenceReservation reservation;

    @Autowired
    ClaimedEvidence claims;

    GivenClaims given;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
    }

    @Test
    void keepsAnUploadForADayAndRemovesItThen() {
        // Given
        String photo = given.photo(People.MARIA);

        // When
        sweepIn(KEEP.minusMinutes(1));
        int before = status(photo);
        sweepIn(KEEP.plusMinutes(1));

        // Then
        assertThat(before).isEqualTo(200);
        assertThat(status(photo)).isEqualTo(404);
        assertThat(uploads.find(photo)).isEmpty();
    }

    @Test
    void keepsForGoodWhatAClaimNames() {
        // Given
        String serial = unique("S");
        String photo = given.photo(People.MARIA);
        given.submit(body(given.contract(serial), photo, serial));

        // When
        sweepIn(KEEP.plusMinutes(1));

        // Then
        assertThat(status(photo)).isEqualTo(200);
        assertThat(uploads.find(photo).orElseThrow().state().state()).isInstanceOf(UploadState.Claimed.class);
    }

    @Test
    void removesWhatIsReservedForAClaimThatNeverCame() {
        // Given
        String photo = given.photo(People.MARIA);
        reservation.reserve("clm-never", "exporter", "nordwind", false, List.of(photo));

        // When
        sweepIn(KEEP.plusMinutes(1));

        // Then
        assertThat(status(photo)).isEqualTo(404);
    }

    /** D4.2c: the evidence serves both applications, and goes with neither. */
    @Test
    void keepsForGoodWhatAnEndedApplicationLeavesToANewOne() {
        // Given
        String photo = given.photo(People.MARIA);
        String other = given.photo(People.MARIA);
        EvidenceReservation reserving = new EvidenceReservation(uploads, new Ended("clm-ended"), Clock.systemUTC());
        reservation.reserve("clm-ended", "exporter", "nordwind", false, List.of(photo));
        reservation.reserve("clm-runs", "exporter", "nordwind", false, List.of(other));

        // When
        EvidenceReservation.Reservation one =
                reserving.reserve("clm-new", "exporter", "nordwind", false, List.of(photo));
        EvidenceReservation.Reservation again =
                reserving.reserve("clm-new", "exporter", "nordwind", false, List.of(photo));
        EvidenceReservation.Reservation running =
                reserving.reserve("clm-new", "exporter", "nordwind", false, List.of(other));
        EvidenceReservation.Reservation strangers =
                reserving.reserve("clm-new", "exporter", "acme", false, List.of(photo));
        sweepIn(KEEP.plusMinutes(1));

        // Then
        assertThat(List.of(one, again))
                .allSatisfy(each -> assertThat(each).isInstanceOf(EvidenceReservation.Reservation.Reserved.class));
        assertThat(List.of(running, strangers))
                .allSatisfy(each -> assertThat(each).isInstanceOf(EvidenceReservation.Reservation.Unusable.class));
        assertThat(status(photo)).isEqualTo(200);
    }

    private record Ended(String claim) implements ClaimedEvidence {
        @Override
        public boolean names(String claimId, String evidenceId) {
            return claimId.equals(claim);
        }

        @Override
        public boolean leaves(String claimId, String evidenceId) {
            return names(claimId, evidenceId);
        }
    }

    @Test
    void removesWhatArrivedOnlyHalf() {
        // Given
        String id = unique("evd");
        uploads.insert(
                id,
                Change.of(new Upload(
                        id, "exporter", "nordwind", "maria", Instant.now(), null, new UploadState.Arriving())));

        // When
        sweepIn(KEEP.plusMinutes(1));

        // Then
        assertThat(uploads.find(id)).isEmpty();
    }

    @Test
    void finishesARemovalThatACrashInterrupted() {
        // Given
        String photo = given.photo(People.MARIA);
        uploads.decide(photo, stored -> Decision.commit(stored.state().with(new UploadState.Going()), true));

        // When
        sweepIn(KEEP.plusMinutes(1));

        // Then
        assertThat(uploads.find(photo)).isEmpty();
    }

    private void sweepIn(Duration later) {
        Clock then = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        new EvidenceSweep(uploads, files, claims, KEEP, then).run();
    }

    private int status(String photo) {
        return Api.at(port).as(People.MARIA).get("/api/v1/evidence/" + photo).status();
    }
}
