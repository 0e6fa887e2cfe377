package dev.aftersales.diagnosis.radar;

/** What the counting tells: that a group is a batch, or grew as one, or how full it is. */
sealed interface Told permits Alarm, Gauge {

    String groupId();

    Group group();

    /** Of what is told of the group in that way, so that whoever hears it knows a repeat. */
    long sequence();
}
