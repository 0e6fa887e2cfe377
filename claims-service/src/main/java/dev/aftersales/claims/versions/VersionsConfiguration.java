package dev.aftersales.claims.versions;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.calendars.Calendars;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.policies.PackReader;
import dev.aftersales.claims.policies.PolicyPacks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class VersionsConfiguration {

    private static final Duration NOTICES_EVERY = Duration.ofSeconds(1);

    @Bean
    Aggregates<PolicyVersion> policyVersions(AggregatesFactory factory) {
        return factory.of(VersionTypes.VERSIONS);
    }

    @Bean
    Aggregates<Succession> policySuccessions(AggregatesFactory factory) {
        return factory.of(VersionTypes.SUCCESSIONS);
    }

    @Bean
    Aggregates<NoticeRequest> policyNotices(AggregatesFactory factory) {
        return factory.of(VersionTypes.NOTICES);
    }

    @Bean
    Successions successions(Aggregates<Succession> successions, Aggregates<PolicyVersion> versions, Drafting drafting) {
        return new Successions(successions, versions, drafting);
    }

    @Bean
    Drafting drafting() {
        return new Drafting(new PackReader());
    }

    @Bean
    @Primary
    StoredPolicies policies(
            PolicyPacks shipped,
            Successions successions,
            Aggregates<PolicyVersion> versions,
            Drafting drafting,
            Clock clock) {
        return new StoredPolicies(shipped, successions, versions, drafting, clock);
    }

    @Bean
    PolicyRefresh policyRefresh(
            PolicyPacks shipped,
            StoredPolicies policies,
            Successions successions,
            Aggregates<PolicyVersion> versions,
            Clock clock) {
        return new PolicyRefresh(shipped, policies, successions, versions, clock);
    }

    @Bean
    Announcement announcement(StoredPolicies policies, Aggregates<PolicyVersion> versions) {
        return new Announcement(policies, versions);
    }

    @Bean
    NoticeReplies noticeReplies(Aggregates<NoticeRequest> requests) {
        return new NoticeReplies(requests);
    }

    @Bean
    NoticeRequests noticeRequests(Aggregates<NoticeRequest> requests) {
        return new NoticeRequests(requests);
    }

    @Bean
    Uncontacted uncontacted(Contracts contracts, Customers customers, NoticeRequests requests) {
        return new Uncontacted(contracts, customers, requests);
    }

    @Bean
    ToldOtherwise toldOtherwise(
            Aggregates<PolicyVersion> versions,
            NoticeRequests requests,
            Uncontacted uncontacted,
            Contracts contracts,
            Clock clock) {
        return new ToldOtherwise(versions, requests, uncontacted, contracts, clock);
    }

    @Bean
    NoticeWalk noticeWalk(
            Aggregates<PolicyVersion> versions,
            NoticeRequests requests,
            Customers customers,
            Contracts contracts,
            Announcement announcement,
            Clock clock) {
        return new NoticeWalk(versions, requests, customers, contracts, announcement, clock);
    }

    @Bean
    NoticeRevocation noticeRevocation(Aggregates<PolicyVersion> versions, NoticeRequests requests, Clock clock) {
        return new NoticeRevocation(versions, requests, clock);
    }

    @Bean
    LeasedSweep noticeSweep(
            NoticeWalk walk,
            NoticeRevocation revocation,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        Runnable both = () -> {
            revocation.run();
            walk.run();
        };
        return new LeasedSweep("policy-notices", NOTICES_EVERY, both, database, machineClock);
    }

    @Bean
    Versions versions(
            Aggregates<PolicyVersion> versions,
            Successions successions,
            StoredPolicies policies,
            PolicyPacks shipped,
            Drafting drafting,
            NoticeRequests notices,
            Uncontacted uncontacted,
            NoticeWalk walk,
            Contracts contracts,
            Calendars calendars,
            Clock clock) {
        return new Versions(
                versions,
                successions,
                policies,
                shipped,
                drafting,
                notices,
                uncontacted,
                walk,
                contracts,
                calendars,
                clock);
    }
}
