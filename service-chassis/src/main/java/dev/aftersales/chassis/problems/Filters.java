package dev.aftersales.chassis.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** By what a list may be asked for. */
public final class Filters {

    private Filters() {}

    /**
     * Refuses a request with another parameter: a misspelt filter would be passed over, and list everything as if all of it
     * fitted.
     *
     * @param list in a caller's words what is listed, in the plural, as the beginning of a sentence
     * @param known what it may be asked by, in the order in which it is told
     * @throws ProblemException 400 {@code invalid}, with an error for each that is not known
     */
    public static void refuseUnknown(HttpServletRequest request, String list, Collection<String> known) {
        List<Map<String, Object>> errors = request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> UnknownName.error(name, name, known))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.status(400)
                    .type("invalid")
                    .title("The request is not valid")
                    .detail(list + " are not filtered by that. Mend what errors names.")
                    .with("errors", errors)
                    .exception();
        }
    }
}
