package dev.aftersales.claims.versions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a version stands.
 *
 * @param revision of the draft; its ETag
 * @param effectiveFrom absent while it is not set to take effect
 * @param warnings what does not keep it from taking effect, and should be seen to
 * @param notice who was told, also of a version that was given up; absent while nobody was asked to be told
 */
record LifecycleView(
        String version,
        String vendor,
        String policy,
        String state,
        int revision,
        String sha256,
        @Nullable Instant effectiveFrom,
        List<Warning> warnings,
        @Nullable NoticeView notice,
        List<VersionEntry> history,
        String href) {

    /**
     * How far the notice has come.
     *
     * @param effectiveFrom as the customers are told
     * @param unreached the first of those who failed, by their ids: their contacts are to be put right, or somebody tells
     *     them by other means
     * @param withoutContact organisations that hold a contract and have nobody on record to be mailed, and whom nobody has
     *     told by other means
     * @param organisations the first of these
     * @param periodEndsAt when the version may take effect at the earliest; absent while nobody has been told, and of a
     *     version that was given up
     */
    record NoticeView(
            Instant requestedAt,
            Instant effectiveFrom,
            boolean everybodyFound,
            int affected,
            int sent,
            int pending,
            int failed,
            List<String> unreached,
            int withoutContact,
            List<String> organisations,
            @Nullable Instant periodEndsAt) {}

    static LifecycleView of(
            PolicyVersion version,
            List<Warning> warnings,
            NoticeFigures figures,
            List<String> unreached,
            @Nullable Instant periodEndsAt) {
        Instant effectiveFrom = version.stage() instanceof Stage.Active active ? active.effectiveFrom() : null;
        Notice told = version.stage().told();
        NoticeView notice = told == null
                ? null
                : new NoticeView(
                        told.requestedAt(),
                        told.effectiveFrom(),
                        told.walkedAt() != null,
                        figures.affected(),
                        figures.sent(),
                        figures.pending(),
                        figures.failed(),
                        unreached,
                        figures.uncontacted().count(),
                        figures.uncontacted().first(),
                        periodEndsAt);
        return new LifecycleView(
                version.id(),
                version.vendor(),
                version.policy(),
                stateOf(version.stage()),
                version.revision(),
                version.sha256(),
                effectiveFrom,
                warnings,
                notice,
                version.history(),
                "/api/v1/policies/" + version.id());
    }

    static String stateOf(Stage stage) {
        return switch (stage) {
            case Stage.Draft draft -> "DRAFT";
            case Stage.Noticed noticed -> "NOTICED";
            case Stage.Active active -> "ACTIVE";
            case Stage.Withdrawn withdrawn -> "WITHDRAWN";
        };
    }
}
