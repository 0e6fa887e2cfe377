package dev.aftersales.notifications.deliveries;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What letters take, and what becomes of them. */
@Component
class DeliveryMeters {

    private static final String TEMPLATE = "template";

    private final MeterRegistry registry;

    DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(Letter letter, Instant at) {
        Timer.builder("aftersales.notifications.accepted")
                .description("From hearing an event to the mail server's acceptance of the letter")
                .tag(TEMPLATE, letter.news().template().id())
                .publishPercentileHistogram()
                .register(registry)
                .record(Duration.between(letter.receivedAt(), at));
    }

    void failed(Letter letter) {
        count("aftersales.notifications.failed", "Letters given up", letter);
    }

    void retried(Letter letter) {
        count("aftersales.notifications.retried", "Attempts that will be repeated", letter);
    }

    private void count(String name, String description, Letter letter) {
        Counter.builder(name)
                .description(description)
                .tag(TEMPLATE, letter.news().template().id())
                .register(registry)
                .increment();
    }
}
