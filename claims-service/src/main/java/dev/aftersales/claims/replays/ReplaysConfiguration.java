package dev.aftersales.claims.replays;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.sweeps.LeasedSweep;
import dev.aftersales.claims.adjudication.Adjudicator;
import dev.aftersales.claims.claims.ClaimWalk;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.claims.tariffs.Tariffs;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplaysConfiguration {

    @Bean
    Replays replays(
            AggregatesFactory factory,
            Clock businessClock,
            @Qualifier("machineClock") Clock machineClock,
            ReplaySettings settings) {
        return new Replays(factory.of(ReplayType.TYPE), businessClock, machineClock, settings.lease());
    }

    @Bean
    Flips replayFlips(AggregatesFactory factory) {
        return new Flips(factory.of(FlipType.TYPE));
    }

    @Bean
    Unjudgeables replayUnjudgeables(AggregatesFactory factory) {
        return new Unjudgeables(factory.of(UnjudgeableType.TYPE));
    }

    @Bean
    ReplayedVersions replayedVersions(Policies policies) {
        return new ReplayedVersions(policies);
    }

    @Bean
    ReplayWorker replayWorker(
            Replays replays,
            Flips flips,
            Unjudgeables unjudgeables,
            ClaimWalk walk,
            ReplayedVersions versions,
            Policies policies,
            Adjudicator adjudicator,
            Tariffs tariffs,
            Clock businessClock,
            ReplaySettings settings) {
        return new ReplayWorker(
                replays,
                flips,
                unjudgeables,
                walk,
                versions,
                policies,
                adjudicator,
                tariffs,
                businessClock,
                settings.lookEvery());
    }

    @Bean
    ReplaySweep oldReplays(
            Replays replays, Flips flips, Unjudgeables unjudgeables, ReplaySettings settings, Clock businessClock) {
        return new ReplaySweep(replays, flips, unjudgeables, settings.keep(), businessClock);
    }

    @Bean
    LeasedSweep replaySweep(
            ReplaySweep oldReplays,
            ReplaySettings settings,
            MongoDatabase database,
            @Qualifier("machineClock") Clock machineClock) {
        return new LeasedSweep("old-replays", settings.sweepEvery(), oldReplays, database, machineClock)
                .dueByBusinessTime();
    }
}
