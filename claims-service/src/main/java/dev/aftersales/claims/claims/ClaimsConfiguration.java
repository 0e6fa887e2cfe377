package dev.aftersales.claims.claims;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.agreements.Agreements;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.evidence.ClaimedEvidence;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.policies.Policies;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bson.RawBsonDocument;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ClaimsConfiguration {

    private static final Duration BULK_EVERY = Duration.ofSeconds(1);

    @Bean
    Claims claims(AggregatesFactory factory, MeterRegistry meters, Clock businessClock, Timekeeper timekeeper) {
        return new Claims(factory.of(ClaimType.TYPE), new StageMeter(meters, businessClock), timekeeper);
    }

    @Bean
    Explanations explanations(MongoDatabase database) {
        return new Explanations(database, new StateMapper());
    }

    @Bean
    ClaimFacts claimFacts(Contracts contracts, Agreements agreements) {
        return new ClaimFacts(contracts, agreements);
    }

    @Bean
    ClaimWalk claimWalk(AggregatesFactory factory, ClaimFacts facts) {
        return new ClaimWalk(
                factory.collectionOf(ClaimType.TYPE).withDocumentClass(RawBsonDocument.class),
                new StateMapper(),
                facts);
    }

    @Bean
    Judge judge(Policies policies, ClaimFacts claimFacts, Adjudicator adjudicator, Explanations explanations) {
        return new Judge(policies, claimFacts, adjudicator, explanations);
    }

    @Bean
    SubmitClaim submitClaim(
            Claims claims,
            Judge judge,
            Policies policies,
            Contracts contracts,
            Customers customers,
            EvidenceReservation evidence,
            Clock businessClock,
            JsonMapper json) {
        return new SubmitClaim(claims, judge, policies, contracts, customers, evidence, businessClock, json);
    }

    @Bean
    AddEvidence addEvidence(
            Claims claims, Judge judge, Contracts contracts, EvidenceReservation evidence, Clock businessClock) {
        return new AddEvidence(claims, judge, contracts, evidence, businessClock);
    }

    @Bean
    ReviewClaim reviewClaim(Claims claims, Judge judge, EvidenceReservation evidence, Clock businessClock) {
        return new ReviewClaim(claims, judge, evidence, businessClock);
    }

    @Bean
    GrantGoodwill grantGoodwill(Claims claims, Judge judge, Explanations explanations, Clock businessClock) {
        return new GrantGoodwill(claims, judge, explanations, businessClock);
    }

    @Bean
    Disputing disputing(
            Claims claims, Judge judge, Explanations explanations, EvidenceReservation evidence, Clock businessClock) {
        return new Disputing(claims, judge, explanations, evidence, businessClock);
    }

    @Bean
    ExamineDocument examineDocument(
            Claims claims, Judge judge, Contracts contracts, EvidenceReservation evidence, Clock businessClock) {
        return new ExamineDocument(claims, judge, contracts, evidence, businessClock);
    }

    @Bean
    DiagnosisIntake diagnosisIntake(Claims claims, Judge judge) {
        return new DiagnosisIntake(claims, judge);
    }

    @Bean
    BulkDecisions bulkDecisions(AggregatesFactory factory) {
        return new BulkDecisions(factory);
    }

    @Bean
    DecideInBulk decideInBulk(
            BulkDecisions decisions,
            Claims claims,
            ReviewClaim reviewClaim,
            GrantGoodwill grantGoodwill,
            Clock businessClock) {
        return new DecideInBulk(decisions, claims, reviewClaim, grantGoodwill, businessClock);
    }

    @Bean
    LeasedSweep bulkDecisionSweep(
            DecideInBulk decideInBulk, MongoDatabase database, @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("bulk-decisions", BULK_EVERY, decideInBulk, database, machineClock);
    }

    @Bean
    LinkBatchIssue linkBatchIssue(Claims claims) {
        return new LinkBatchIssue(claims);
    }

    @Bean
    ClaimAccess claimAccess(Claims claims) {
        return new ClaimAccess(claims);
    }

    @Bean
    ClaimList claimList(Claims claims, Policies policies) {
        return new ClaimList(claims, policies);
    }

    @Bean
    ClaimedEvidence claimedEvidence(Claims claims, Policies policies) {
        return new EvidenceOfClaims(claims, policies);
    }
}
