package dev.aftersales.claims.calendars;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import dev.aftersales.chassis.aggregate.AggregateType;
import dev.aftersales.chassis.calendars.CalendarVersion;
import dev.aftersales.contracts.Topic;
import java.util.Map;

/** How calendars are kept: one document for each version, so that what one says of days is never written twice. */
final class CalendarType {

    static final String CALENDAR = "calendar";
    static final String NUMBER = "number";

    static final AggregateType<VendorCalendar> TYPE = AggregateType.of(
                    "calendars", VendorCalendar.class, VendorCalendar::vendor)
            .tellingOn(Topic.CALENDARS)
            .indexedBy(calendar -> Map.of(
                    CALENDAR,
                    calendar.version().id(),
                    NUMBER,
                    calendar.version().version()))
            .withIndex(compoundIndex(ascending("vendor", CALENDAR), descending(NUMBER)));

    private CalendarType() {}

    /** Ids are the vendor's own, so two vendors may use the same one. */
    static String id(String vendor, CalendarVersion version) {
        return vendor + "/" + version.id() + "/" + version.version();
    }
}
