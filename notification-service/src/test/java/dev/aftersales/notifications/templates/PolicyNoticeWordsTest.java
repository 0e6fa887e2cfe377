package dev.aftersales.notifications.templates;

import static dev.aftersales.notifications.templates.WrittenWords.TEMPLATES;
import static dev.aftersales.notifications.templates.WrittenWords.WRITTEN;
import static dev.aftersales.notifications.templates.WrittenWords.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.events.policies.PolicyNoticeRequested;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import dev.aftersales.notifications.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers are told of a coming policy version, and of one that was given up. */
class PolicyNoticeWordsTest {

    @ParameterizedTest
    @CsvSource({
        "en, 'Warranty term (A1.1): 12 months becomes 18 months.', 'takes effect on 1 January 2027'",
        "zh, 保修期（A1.1）：由12个月改为18个月。, 自 2027年1月1日"
    })
    void saysOfANewPolicyVersionWhatChangesAndFromWhen(String language, String change, String from) throws IOException {
        // When
        Words words = TEMPLATES.words(
                notice(0), null, "exporter", "Exporter After-Sales", "Maria Nordwind", language, WRITTEN);

        // Then
        assertThat(words.subject()).contains("exporter-2026-01", "2026").doesNotContain("{", "}", "\n");
        assertThat(words.body())
                .contains("Maria Nordwind", "Exporter After-Sales", "exporter-2026-01", change, from)
                .doesNotContain("{{", "}}", "null", "more changes", "另有", "&", "\n\n\n", " \n");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails")).resolve("policy-notice." + language + ".txt"),
                "Subject: " + words.subject() + "\n\n" + words.body());
    }

    @ParameterizedTest
    @CsvSource({"en, and 7 more changes", "zh, 另有 7 项变更"})
    void countsTheChangesThatHadNoRoom(String language, String more) {
        assertThat(TEMPLATES
                        .words(notice(7), null, "exporter", "Exporter", "Maria", language, WRITTEN)
                        .body())
                .contains(more);
    }

    @ParameterizedTest
    @CsvSource({
        "en, will not take effect, exporter-2025-01 stays in force, Nothing changes for you",
        "zh, 该变更不会施行, exporter-2025-01 版继续有效, 没有任何变化"
    })
    void saysOfAVersionThatWasGivenUpWhichOneStays(String language, String not, String stays, String otherwise) {
        Words words = TEMPLATES.words(
                withdrawn("exporter-2025-01"), null, "exporter", "Exporter", "Maria", language, WRITTEN);
        Words first = TEMPLATES.words(withdrawn(null), null, "exporter", "Exporter", "Maria", language, WRITTEN);

        assertThat(words.subject()).contains("exporter-2026-01").doesNotContain("{", "}", "\n");
        assertThat(words.body())
                .contains("Maria", "Exporter", "exporter-2026-01", not, stays)
                .doesNotContain(otherwise, "{{", "}}", "null", "\n\n\n", " \n");
        assertThat(first.body()).contains(not, otherwise).doesNotContain(stays, "null", "\n\n\n");
    }

    static News withdrawn(String inForce) {
        PolicyNoticeWithdrawn withdrawn = Examples.of(PolicyNoticeWithdrawn.class);
        return new PolicyNews.PolicyNoticeWithdrawn(withdrawn.noticeId(), withdrawn.policyVersion(), inForce, null);
    }

    static News notice(int moreChanges) {
        PolicyNoticeRequested requested = Examples.of(PolicyNoticeRequested.class);
        return new PolicyNews.PolicyNotice(
                requested.noticeId(),
                requested.policyVersion(),
                requested.effectiveFrom(),
                requested.changes(),
                moreChanges,
                requested.zone());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    2026-12-31T16:00:00Z | Asia/Shanghai | on 1 January 2027, not earlier                        | 自 2027年1月1日 起施行
                    2026-12-31T17:30:00Z | Asia/Shanghai | on 1 January 2027, 01:30 (Asia/Shanghai), not earlier | 自 2027年1月1日 01:30（Asia/Shanghai） 起施行
                    2026-12-31T16:00:00Z | -             | on 31 December 2026, 16:00 UTC, not earlier           | 自 2026年12月31日 16:00 (UTC) 起施行
                    """)
    void saysTheDayOnWhichAVersionTakesEffectInThePolicysZone(
            Instant from, @Nullable String zone, String en, String zh) {
        News news = new PolicyNews.PolicyNotice("A-2/1", "A-2", from, List.of(), 0, zone);

        assertThat(words(news, "en").body()).contains(en);
        assertThat(words(news, "zh").body()).contains(zh);
    }

    @Test
    void saysWhichVersionIsSetToTakeEffectWhereAnotherWasGivenUp() {
        PolicyNoticeWithdrawn.Next next =
                new PolicyNoticeWithdrawn.Next("A-3", Instant.parse("2026-12-31T16:00:00Z"), "Asia/Shanghai");
        News second = new PolicyNews.PolicyNoticeWithdrawn("A-4/1", "A-4", "A-1", next);
        News first = new PolicyNews.PolicyNoticeWithdrawn("A-4/1", "A-4", null, next);

        assertThat(words(second, "en").body())
                .contains(
                        "Version A-1 stays in force until version A-3 takes effect on 1 January 2027. Until then your");
        assertThat(words(second, "zh").body()).contains("A-1 版继续有效，直至 A-3 版自 2027年1月1日 起施行");
        assertThat(words(first, "en").body())
                .contains("Version A-3 takes effect on 1 January 2027")
                .doesNotContain("Nothing changes");
        assertThat(words(first, "zh").body()).contains("A-3 版仍将自 2027年1月1日 起施行").doesNotContain("没有任何变化");
    }
}
