package dev.aftersales.logistics.emergencies;

import java.util.Map;

/** What the claims of a batch issue have of parts already. */
public interface ServedParts {

    /** Pieces by part that are held for the issue's lines, or have left for them. */
    Map<String, Integer> of(String vendor, String issue);
}
