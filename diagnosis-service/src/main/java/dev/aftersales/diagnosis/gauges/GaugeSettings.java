package dev.aftersales.diagnosis.gauges;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this instance streams.
 *
 * @param streams open at once; far below the connections that a gateway keeps to an instance, of which each takes one
 * @param streamsOfAPerson open at once
 * @param heartbeat after so much silence a stream says that it is there, sooner than anything in between gives it up
 */
@ConfigurationProperties("aftersales.gauges")
record GaugeSettings(
        @DefaultValue("64") int streams,
        @DefaultValue("8") int streamsOfAPerson,
        @DefaultValue("15s") Duration heartbeat) {

    GaugeSettings {
        if (streams < 1 || streamsOfAPerson < 1) {
            throw new IllegalArgumentException(
                    "aftersales.gauges.streams are one at least, and so are those of a person");
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new IllegalArgumentException("aftersales.gauges.heartbeat is more than nothing");
        }
    }
}
