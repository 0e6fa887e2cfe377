package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path directory;

    @Test
    void findsTheLastErrorBehindItsStackTrace() throws Exception {
        Path log = Files.writeString(directory.resolve("part.log"), """
                INFO starting
                ERROR first trouble
                java.lang.IllegalStateException: the store is locked
                \tat some.Place.method(Place.java:1)
                \t... 3 more
                INFO bye
                """);

        assertThat(new LogFile(log).lastTrouble()).isEqualTo("java.lang.IllegalStateException: the store is locked");
    }

    @Test
    void quotesTheLastLineWhereNoneTellsOfAnError() throws Exception {
        Path log = Files.writeString(directory.resolve("part.log"), "hello\ngood bye\n\n");

        assertThat(new LogFile(log).lastTrouble()).isEqualTo("good bye");
    }

    @Test
    void quotesTheWordsOfAServiceAndNotItsJson() throws Exception {
        Path log = Files.writeString(directory.resolve("part.log"), """
                {"log":{"level":"INFO"},"message":"starting"}
                {"log":{"level":"ERROR"},"message":"Application run failed","error":{"type":"X","message":"no key"}}
                """);

        assertThat(new LogFile(log).lastTrouble()).isEqualTo("Application run failed: no key");
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThat(new LogFile(directory.resolve("none.log")).lastTrouble()).isEqualTo("it wrote nothing");
    }
}
