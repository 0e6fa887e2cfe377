package dev.aftersales.diagnosis.radar;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is left on the broker of groupings that nobody counts by any more. Whether an instance still does, the broker
 * knows best: it deletes a group only while it has no member, and only who deleted the group deletes its topics. An instance
 * that comes back to such a grouping reads the topics anew.
 */
final class FormerCountings {

    private static final Logger log = LoggerFactory.getLogger(FormerCountings.class);
    private static final long PATIENCE_SECONDS = 5;

    private final String prefix;

    /** @param prefix that the names of all of them have, and nothing else */
    FormerCountings(String prefix) {
        this.prefix = prefix;
    }

    /** @param application the one that goes on */
    void remove(Admin admin, String application) throws ExecutionException, InterruptedException, TimeoutException {
        List<String> empty = admin
                .listGroups(new ListGroupsOptions().inGroupStates(Set.of(GroupState.EMPTY)))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(prefix) && !group.equals(application))
                .toList();
        for (String former : empty) {
            if (deleteGroup(admin, former)) {
                deleteTopics(admin, former);
            }
        }
    }

    private static boolean deleteGroup(Admin admin, String former)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.deleteConsumerGroups(List.of(former)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException || e.getCause() instanceof GroupIdNotFoundException) {
                // Somebody counts by it again, or another instance was faster.
                return false;
            }
            throw e;
        }
    }

    private static void deleteTopics(Admin admin, String former)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> topics = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                .filter(name -> name.startsWith(former + "-"))
                .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
                .toList();
        admin.deleteTopics(topics).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        log.atInfo()
                .addKeyValue("application", former)
                .addKeyValue("topics", topics.size())
                .log("Removed what was counted by a former grouping");
    }
}
