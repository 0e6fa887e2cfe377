package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/**
 * The broker's settings: one process that is broker and controller (KRaft), with its log on disk.
 *
 * @param directory holds the log and the settings file
 */
record BrokerSettings(Path directory, Ports ports) {

    /** Writes the settings file, whose ports may differ from those of the last run. */
    Path write() {
        Path file = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            Files.writeString(file, text());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exists once the log directory is formatted. */
    Path formatted() {
        return log().resolve("meta.properties");
    }

    /** Sixteen random bytes in the broker's own notation; a leading dash would read as an option. */
    static String newClusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return encoded.startsWith("-") ? newClusterId() : encoded;
    }

    private Path log() {
        return directory.resolve("log");
    }

    private String text() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s

                # A topic exists because a service declared it, never because somebody misspelt one.
                auto.create.topics.enable=false

                # One broker: nothing can have a second replica.
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                offsets.topic.num.partitions=8
                transaction.state.log.num.partitions=4

                # A lone consumer need not wait for others, and a killed broker is back in seconds.
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500

                # Nobody reads on behind the open transaction of somebody who died; it times out after ten seconds.
                transaction.abort.timed.out.transaction.cleanup.interval.ms=1000

                # The default buffer of the cleaner alone would take a third of the heap.
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(
                        ports.broker(), ports.controller(), log().toString().replace("\\", "\\\\"));
    }
}
