package dev.aftersales.claims.versions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a vendor's policy.
 *
 * @param id its name, for example {@code A-2}; unique over all vendors
 * @param policy the vendor's policy whose version it is
 * @param pack the whole policy pack, YAML
 * @param sha256 of the pack
 * @param revision counts what the draft was, from 1
 * @param history who did what, oldest first
 * @param form in which it was told that it is set to take effect, as {@link Publication} counts them; absent before that,
 *     and where it was told in the first
 */
record PolicyVersion(
        String id,
        String vendor,
        String policy,
        String pack,
        String sha256,
        int revision,
        Stage stage,
        List<VersionEntry> history,
        @Nullable Integer form) {
    PolicyVersion {
        history = List.copyOf(history);
    }

    static PolicyVersion draft(String id, String vendor, String policy, String pack, String by, Instant at) {
        return new PolicyVersion(
                id,
                vendor,
                policy,
                pack,
                hash(pack),
                1,
                new Stage.Draft(),
                List.of(new VersionEntry(VersionEntry.Act.DRAFTED, by, at, null, null)),
                null);
    }

    static PolicyVersion shipped(
            String id, String vendor, String policy, String pack, Instant effectiveFrom, Instant at) {
        return new PolicyVersion(
                id,
                vendor,
                policy,
                pack,
                hash(pack),
                1,
                new Stage.Active(effectiveFrom, true, null),
                List.of(new VersionEntry(VersionEntry.Act.SHIPPED, "the suite", at, null, null)),
                null);
    }

    PolicyVersion replacedBy(String otherPack, String by, Instant at) {
        return new PolicyVersion(
                id,
                vendor,
                policy,
                otherPack,
                hash(otherPack),
                revision + 1,
                stage,
                and(VersionEntry.Act.REPLACED, by, at, null),
                form);
    }

    PolicyVersion in(Stage next, VersionEntry.Act act, String by, Instant at, @Nullable String note) {
        return new PolicyVersion(id, vendor, policy, pack, sha256, revision, next, and(act, by, at, note), form);
    }

    /** The same with a notice that has come further by itself. */
    PolicyVersion with(Notice notice) {
        return with(new Stage.Noticed(notice));
    }

    /** The same with a stage that has come further by itself. */
    PolicyVersion with(Stage further) {
        return new PolicyVersion(id, vendor, policy, pack, sha256, revision, further, history, form);
    }

    /** The same with a customer, or an organisation without any, who was told by other means than a mail. */
    PolicyVersion told(String customer, NoticeRequest.Otherwise means, Instant at) {
        VersionEntry entry = new VersionEntry(VersionEntry.Act.CUSTOMER_TOLD, means.by(), at, means.how(), customer);
        return new PolicyVersion(id, vendor, policy, pack, sha256, revision, stage, and(entry), form);
    }

    /** Whether all is told of it that there is to tell of a version that is set to take effect. */
    boolean isPublished() {
        return form != null && form >= Publication.FORM;
    }

    /** The same, told in the form of today. */
    PolicyVersion published() {
        return new PolicyVersion(id, vendor, policy, pack, sha256, revision, stage, history, Publication.FORM);
    }

    private List<VersionEntry> and(VersionEntry.Act act, String by, Instant at, @Nullable String note) {
        return and(new VersionEntry(act, by, at, note, null));
    }

    private List<VersionEntry> and(VersionEntry entry) {
        List<VersionEntry> more = new ArrayList<>(history);
        more.add(entry);
        return more;
    }

    static String hash(String pack) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(pack.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
