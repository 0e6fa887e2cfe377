package dev.aftersales.failpoints;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Changes what the outbox relay sends to the broker: it stands in for the relay's producer. */
abstract class Sending implements Interception {

    static final Target TARGET = Target.of("dev.aftersales.chassis.outbox.OutboxRelay", "openProducer", 0);

    final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("failpoint-sends").factory());

    private @Nullable Object known;
    private @Nullable Object substitute;

    @Override
    public final synchronized @Nullable Object returned(@Nullable Object producer) {
        if (producer != null && producer != known) {
            known = producer;
            substitute =
                    Substitute.of("org.apache.kafka.clients.producer.Producer", producer, new Substitute(producer) {
                        @Override
                        @Nullable
                        Object called(Method method, @Nullable Object[] arguments) {
                            if (!method.getName().equals("send") || arguments.length != 2) {
                                return pass(method, arguments);
                            }
                            Object record = arguments[0];
                            Object callback = arguments[1];
                            if (record == null || callback == null) {
                                throw new IllegalStateException("the relay sends a record with a callback");
                            }
                            return send(new Outgoing(producer, record, callback));
                        }
                    });
        }
        return producer == null ? null : substitute;
    }

    /** Sends the record, or does not. */
    abstract Future<?> send(Outgoing outgoing);

    /** A record on its way, and whom to tell when the broker has it. */
    record Outgoing(Object producer, Object record, Object callback) {

        /** Of the aggregate on its topic. */
        String lane() {
            return Foreign.value(record, "topic") + "/" + Foreign.value(record, "key");
        }

        String event() {
            Object header = Foreign.call(Foreign.value(record, "headers"), "lastHeader", "ce_id");
            return new String((byte[]) Foreign.value(header, "value"), StandardCharsets.UTF_8);
        }

        Future<?> send() {
            return sent(record, callback);
        }

        /** The sender learns of it as if the broker had it. */
        void acknowledge() {
            Foreign.call(callback, "onCompletion", null, null);
        }

        Outgoing telling(Substitute other) {
            return new Outgoing(
                    producer, record, Substitute.of("org.apache.kafka.clients.producer.Callback", callback, other));
        }

        /** The same record, which another send has not closed. */
        Outgoing copy() {
            for (Constructor<?> constructor : record.getClass().getConstructors()) {
                if (constructor.getParameterCount() == 6) {
                    try {
                        Object copy = constructor.newInstance(
                                Foreign.value(record, "topic"),
                                Foreign.call(record, "partition"),
                                Foreign.call(record, "timestamp"),
                                Foreign.call(record, "key"),
                                Foreign.call(record, "value"),
                                Foreign.value(record, "headers"));
                        return new Outgoing(producer, copy, callback);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            throw new IllegalStateException("a producer record has no constructor for everything in it");
        }

        /** Nobody learns what became of it. */
        void sendUntold() {
            try {
                sent(record, null);
            } catch (RuntimeException e) {
                System.err.println("FAILPOINT: " + event() + " could not be sent: " + e);
            }
        }

        private Future<?> sent(Object sentRecord, @Nullable Object told) {
            Object future = Foreign.call(producer, "send", sentRecord, told);
            return future instanceof Future<?> sent ? sent : CompletableFuture.completedFuture(null);
        }
    }
}
