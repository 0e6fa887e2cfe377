package dev.aftersales.diagnosis.batches;

import dev.aftersales.chassis.languages.Text;
import org.jspecify.annotations.Nullable;

/**
 * Who could answer for the plan. This service knows no directory, but who answered for the last one of the same group.
 *
 * @param owner id of that person; absent where nobody did, so that one is to be named
 * @param why in both languages
 */
record OwnerSuggestion(@Nullable String owner, Text why) {

    private static final OwnerSuggestion NOBODY = new OwnerSuggestion(
            null,
            new Text("An owner is to be named: nobody has answered for these units before.", "须指定负责人：此前无人负责过该组产品。"));

    static OwnerSuggestion of(@Nullable EmergencyPlan last) {
        return last == null
                ? NOBODY
                : new OwnerSuggestion(
                        last.owner(),
                        new Text(
                                "Answered for the last batch issue of the same units; another may be named.",
                                "曾负责该组产品的上一次批量问题；也可另行指定。"));
    }
}
