package dev.aftersales.chassis.calendars;

/**
 * By which calendar, in which state, something was reckoned.
 *
 * @param id as in {@code china}
 * @param version from 1 on; a version never changes
 */
public record CalendarVersion(String id, int version) {

    /** @throws IllegalCalendar for an empty id, or a version below 1 */
    public CalendarVersion {
        if (id.isBlank()) {
            throw new IllegalCalendar("a calendar has an id");
        }
        if (version < 1) {
            throw new IllegalCalendar("versions of a calendar begin with 1, not " + version);
        }
    }

    @Override
    public String toString() {
        return id + " (version " + version + ")";
    }
}
