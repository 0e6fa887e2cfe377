package dev.aftersales.diagnosis.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a technician saw.
 *
 * @param code of the finding; travels in events
 * @param note free text, which may name people: stays in the case, never in an event or a log
 */
record Finding(String code, @Nullable String note) {

    @Override
    public String toString() {
        return code;
    }
}
