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

        assertThat(new LogFile(log).lastTrouble()).hasValue("java.lang.IllegalStateException: the store is locked");
    }

    @Test
    void quotesNoLineThatTellsOfNoError() throws Exception {
        Path words = Files.writeString(directory.resolve("words.log"), "hello\ngood bye\n\n");
        Path json = Files.writeString(directory.resolve("json.log"), """
                {"log":{"level":"INFO"},"message":"Exception in monitor thread"}
                {"log":{"level":"INFO"},"message":"Claim accepted"}
                """);

        assertThat(new LogFile(words).lastTrouble()).isEmpty();
        assertThat(new LogFile(json).lastTrouble()).isEmpty();
    }

    @Test
    void quotesTheWordsOfAServiceAndNotItsJson() throws Exception {
        Path log = Files.writeString(directory.resolve("part.log"), """
                {"log":{"level":"ERROR"},"message":"Application run failed","error":{"type":"X","message":"no key"}}
                {"log":{"level":"INFO"},"message":"stopping"}
                """);

        assertThat(new LogFile(log).lastTrouble()).hasValue("Application run failed: no key");
    }

    @Test
    void quotesTheDescriptionOfAFailedStartAndNotItsBanner() throws Exception {
        String banner = """


                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                Web server failed to start. Port 8081 was already in use.

                Action:

                Identify and stop the process that's listening on port 8081.
                """;
        Path words = Files.writeString(directory.resolve("words.log"), "ERROR o.s.b.d.Reporter : " + banner);
        Path json = Files.writeString(
                directory.resolve("json.log"),
                "{\"log\":{\"level\":\"ERROR\"},\"message\":\"" + banner.replace("\n", "\\n") + "\"}\n");

        assertThat(new LogFile(words).lastTrouble())
                .hasValue("Web server failed to start. Port 8081 was already in use.");
        assertThat(new LogFile(json).lastTrouble())
                .hasValue("Web server failed to start. Port 8081 was already in use.");
    }

    @Test
    void findsNothingWhereNothingWasWritten() {
        assertThat(new LogFile(directory.resolve("none.log")).lastTrouble()).isEmpty();
    }
}
