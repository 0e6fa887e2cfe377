package dev.aftersales.claims.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.contracts.events.claims.Addressee;
import dev.aftersales.contracts.events.claims.CoverageDecided.Words;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.BatchRule;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Plan;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Told;
import dev.aftersales.contracts.events.policies.PolicyVersionPublished.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hearers of a policy version need not read off its pack. */
class PublicationTest {

    @Test
    void saysWhenAlikeUnitsAreABatchAndByWhenAPlanIsStarted() {
        // When
        List<BatchRule> rules =
                published("exporter/A-1", GivenPacks.text("exporter/A-1")).batchRules();

        // Then
        assertThat(rules)
                .containsExactly(new BatchRule(
                        "BATCH_ISSUE",
                        "A4.7",
                        "R-A8",
                        30,
                        Duration.ofDays(30),
                        List.of(Trait.CONTRACT_HOLDER, Trait.MODEL, Trait.FAULT_FAMILY, Trait.LOT),
                        new Words(
                                "Batch issues from 30 units up: an emergency plan starts within 48 hours.",
                                "30 台及以上的批量问题：48 小时内启动应急方案。"),
                        new Words(
                                "A batch is 30 distinct units of one model and fault family of one client within 30 days, and of one production lot where that is known.",
                                "批量指同一客户同型号、同类故障的 30 台不同产品，30 天内累计；已知生产批次的，按同一批次计。"),
                        new Plan(
                                Duration.ofHours(48),
                                List.of(
                                        Duration.ofHours(24),
                                        Duration.ofHours(43).plusMinutes(12)),
                                new Told(
                                        List.of(Addressee.VENDOR_OPS, Addressee.ACCOUNT_MANAGER),
                                        List.of(Addressee.VENDOR_OPS, Addressee.ACCOUNT_MANAGER)),
                                "Asia/Shanghai")));
    }

    @Test
    void saysNothingOfAPlanWhereNoneIsPromised() {
        // Given
        String text = GivenPacks.text("exporter/A-1").replaceFirst("(?m)^  - \\{ clause: A4\\.7, .*THRESHOLD.*\n", "");

        // When
        List<BatchRule> rules = published("exporter/A-1", text).batchRules();

        // Then
        assertThat(rules).singleElement().satisfies(rule -> assertThat(rule.plan())
                .isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shops/B-1", "agency/C-1", "online/D-1", "project/E-1"})
    void saysThatAPolicyHasNoRule(String pack) {
        assertThat(published(pack, GivenPacks.text(pack)).batchRules())
                .isNotNull()
                .isEmpty();
    }

    private static PolicyVersionPublished published(String pack, String text) {
        CompiledPolicy policy = GivenPacks.READER.compile(pack, text);
        PolicyVersion version = PolicyVersion.shipped(
                policy.version(),
                policy.vendor(),
                policy.rules().policy(),
                text,
                policy.effectiveFrom(),
                Instant.EPOCH);
        return Publication.of(version, policy);
    }
}
