package dev.aftersales.claims.evidence;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    Aggregates<Upload> uploads(AggregatesFactory factory) {
        return factory.of(UploadType.TYPE);
    }

    @Bean
    EvidenceFiles evidenceFiles(MongoDatabase database, AggregatesFactory factory) {
        return new EvidenceFiles(database, factory.collectionOf(UploadType.TYPE));
    }

    @Bean
    EvidenceIntake evidenceIntake(
            Aggregates<Upload> uploads,
            EvidenceFiles files,
            EvidenceSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        return new EvidenceIntake(uploads, files, settings.maxSize().toBytes(), machineClock);
    }

    @Bean
    EvidenceReservation evidenceReservation(
            Aggregates<Upload> uploads, ClaimedEvidence claims, @Qualifier("machineClock") Clock machineClock) {
        return new EvidenceReservation(uploads, claims, machineClock);
    }

    @Bean
    EvidenceSweep unclaimedEvidence(
            Aggregates<Upload> uploads,
            EvidenceFiles files,
            ClaimedEvidence claims,
            EvidenceSettings settings,
            @Qualifier("machineClock") Clock machineClock) {
        return new EvidenceSweep(uploads, files, claims, settings.keepUnclaimed(), machineClock);
    }

    @Bean
    LeasedSweep evidenceSweep(
            EvidenceSweep unclaimedEvidence,
            EvidenceSettings settings,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("unclaimed-evidence", settings.sweepEvery(), unclaimedEvidence, database, machineClock);
    }
}
