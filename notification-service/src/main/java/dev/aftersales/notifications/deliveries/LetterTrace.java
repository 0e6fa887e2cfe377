package dev.aftersales.notifications.deliveries;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carries the trace of an event over to the courier's thread, so that one trace shows the way to the mail server. */
@Component
class LetterTrace {

    private final @Nullable Tracer tracer;

    LetterTrace(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer.getIfAvailable();
    }

    /** The span that is current here; absent when the work is not traced. */
    @Nullable
    Span here() {
        return tracer == null ? null : tracer.currentSpan();
    }

    /** Does the work in a child of that span. */
    void continuing(@Nullable Span parent, Runnable work) {
        if (tracer == null || parent == null) {
            work.run();
            return;
        }
        Span span = tracer.spanBuilder()
                .setParent(parent.context())
                .name("deliver letter")
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
