package dev.aftersales.diagnosis.batches;

/** How batch issues are named. */
public final class BatchIssueId {

    private BatchIssueId() {}

    /** The issue of an episode of a group: the same however often the radar tells it. */
    public static String of(String groupId, int episode) {
        return "bat-" + groupId + "." + episode;
    }
}
