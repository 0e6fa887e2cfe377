package dev.aftersales.benchmarks.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final List<Span> SPANS = List.of(
            span("mail-again", "claims", "notification-service", "CONSUMER", 40_000_000),
            span("post", "", "claims-service", "SERVER", 1_000_000),
            span("diagnosis", "post", "diagnosis-service", "CONSUMER", 5_000_000),
            span("claims", "diagnosis", "claims-service", "CONSUMER", 9_000_000),
            span("mail", "post", "notification-service", "CONSUMER", 6_000_000));

    private static Span span(String id, String parent, String service, String kind, long start) {
        return new Span("trace", id, parent, service, id, kind, start, start + 1_500_000);
    }

    @Test
    void hopsAreTheConsumersAboveOneAnother() {
        Timeline timeline = new Timeline(SPANS);

        assertThat(timeline.hopsTo("notification-service", 10_000_000)).isEqualTo(1);
        assertThat(timeline.hopsTo("notification-service", 50_000_000)).isEqualTo(3);
        assertThat(timeline.hopsTo("logistics-service", 50_000_000)).isZero();
    }

    @Test
    void childrenStandUnderTheirParentInTheOrderOfTime() {
        assertThat(new Timeline(SPANS).lines(1_000_000))
                .containsExactly(
                        "    0.00 ms    1.50 ms  claims-service post [server]",
                        "    4.00 ms    1.50 ms    diagnosis-service diagnosis [consumer]",
                        "    8.00 ms    1.50 ms      claims-service claims [consumer]",
                        "   39.00 ms    1.50 ms        notification-service mail-again [consumer]",
                        "    5.00 ms    1.50 ms    notification-service mail [consumer]");
    }
}
