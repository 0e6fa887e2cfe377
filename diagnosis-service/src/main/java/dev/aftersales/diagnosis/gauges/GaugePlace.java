package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.paging.TextCursor;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.contracts.events.radar.GroupGauged;

/** A place in the list of groups, the fullest first. */
record GaugePlace(int units, String group) {

    static TextCursor of(GroupGauged gauge) {
        return new TextCursor(gauge.units() + "|" + gauge.groupId());
    }

    /** @throws dev.aftersales.chassis.problems.ProblemException 400 {@code bad-cursor} */
    static GaugePlace decode(String cursor) {
        String text = TextCursor.decode(cursor).text();
        int bar = text.indexOf('|');
        try {
            return new GaugePlace(Integer.parseInt(text.substring(0, Math.max(0, bar))), text.substring(bar + 1));
        } catch (NumberFormatException e) {
            throw Problem.status(400)
                    .type("bad-cursor")
                    .title("The cursor is not one of ours")
                    .detail("Hand back the \"next\" of the page before, unchanged, or leave the cursor out.")
                    .exception();
        }
    }
}
