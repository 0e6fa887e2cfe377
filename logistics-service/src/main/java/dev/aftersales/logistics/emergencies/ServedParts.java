package dev.aftersales.logistics.emergencies;

import java.util.Map;
import java.util.Optional;

/** What the claims of a batch issue have of parts already. */
public interface ServedParts {

    /** Pieces by part that are held for the issue's lines, or have left for them. */
    Map<String, Integer> of(String vendor, String issue);

    /**
     * The same at once, in two queries, for whoever may not be kept.
     *
     * @return empty where the issue has too many claims for that
     */
    Optional<Map<String, Integer>> ofFew(String vendor, String issue);
}
