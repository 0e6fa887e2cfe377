package dev.aftersales.diagnosis.catalogue;

import java.util.Map;
import java.util.Set;

/** How often units went through on one fault code without a person. */
@FunctionalInterface
public interface EarlierPassages {

    /**
     * Passages by serial; a serial without any may be left out.
     *
     * @param days looked back
     */
    Map<String, Integer> of(Set<String> serials, int days);
}
