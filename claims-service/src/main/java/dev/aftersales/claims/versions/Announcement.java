package dev.aftersales.claims.versions;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.contracts.events.policies.PolicyNoticeRequested.Change;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a version changes, in words: as much as its customers' mails have room for, and whole. */
final class Announcement {

    /** Every customer's letter is kept with its words, and 200 customers stand beside them in one event. */
    private static final int MOST_BYTES = 48 * 1024;

    private final StoredPolicies policies;
    private final Aggregates<PolicyVersion> versions;

    Announcement(StoredPolicies policies, Aggregates<PolicyVersion> versions) {
        this.policies = policies;
        this.versions = versions;
    }

    /**
     * The words of a notice.
     *
     * @param more how many changes had no room
     * @param zone of the version, in which the day is meant on which it takes effect; absent where it cannot be read
     */
    record Words(List<Change> changes, int more, @Nullable String zone) {
        Words {
            changes = List.copyOf(changes);
        }
    }

    /** What the version changes of the one that it will follow; nothing for a vendor's first. */
    Words of(PolicyVersion version) {
        List<Difference> differences = policies.newest(version.vendor())
                .flatMap(newest -> between(newest.version(), version.id()))
                .orElse(List.of());
        List<Change> changes = new ArrayList<>();
        int bytes = 0;
        for (Difference difference : differences) {
            bytes += (difference.en() + difference.zh()).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            changes.add(new Change(difference.en(), difference.zh()));
        }
        return new Words(
                changes,
                differences.size() - changes.size(),
                policies.written(version.id())
                        .map(policy -> policy.zone().getId())
                        .orElse(null));
    }

    /** Everything in which one version differs from another; empty when either is not there. */
    Optional<List<Difference>> between(String before, String after) {
        return source(before).flatMap(one -> source(after).map(other -> PolicyDiff.between(one, other)));
    }

    private Optional<PolicySource> source(String id) {
        Optional<CompiledPolicy> policy = policies.written(id);
        return policy.flatMap(compiled -> versions.find(id)
                .map(stored -> PolicySource.of(compiled, stored.state().pack())));
    }
}
