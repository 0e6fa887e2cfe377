package dev.aftersales.diagnosis.gauges;

import dev.aftersales.chassis.languages.Text;
import dev.aftersales.contracts.events.radar.GroupGauged;
import dev.aftersales.contracts.events.radar.GroupGauged.Trend;

/** "23 of 30 units in 30 days, rising". */
final class GaugeText {

    private static final Text COUNT =
            new Text("{units} of {of} units in {days} days, {trend}", "{days} 天内 {units} 台，满 {of} 台即为批量问题，{trend}");
    private static final Text UNVERIFIED =
            new Text("; {unverified} of them without a serial number", "；其中 {unverified} 台无序列号");
    private static final Text ALL_UNVERIFIED = new Text("; all without a serial number", "；均无序列号");
    private static final Text OPEN = new Text("; a batch issue is open", "；批量问题处理中");

    private GaugeText() {}

    static Text of(GroupGauged gauge) {
        Text words = COUNT.with("units", number(gauge.units()))
                .with("of", number(gauge.threshold()))
                .with("days", number(gauge.window().toDays()))
                .with("trend", trend(gauge.trend()));
        if (gauge.unverified() > 0) {
            words = plus(
                    words,
                    gauge.unverified() < gauge.units()
                            ? UNVERIFIED.with("unverified", number(gauge.unverified()))
                            : ALL_UNVERIFIED);
        }
        return gauge.open() ? plus(words, OPEN) : words;
    }

    private static Text trend(Trend trend) {
        return switch (trend) {
            case RISING -> new Text("rising", "呈上升趋势");
            case STEADY -> new Text("steady", "保持平稳");
            case FALLING -> new Text("falling", "呈下降趋势");
        };
    }

    private static Text number(long value) {
        return Text.same(Long.toString(value));
    }

    private static Text plus(Text one, Text other) {
        return new Text(one.en() + other.en(), one.zh() + other.zh());
    }
}
