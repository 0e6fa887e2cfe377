package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void secondLauncherOnTheSameDataIsRefused() {
        Path path = parent.resolve("with space");
        try (DataDirectory held = DataDirectory.open(path)) {
            assertThatThrownBy(() -> DataDirectory.open(path))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("already runs on " + held.root())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("deploy/down --data '" + held.root() + "'");
        }
        DataDirectory.open(path).close();
    }

    @Test
    void keepsOffADirectoryThatHoldsOtherFiles() throws Exception {
        Files.writeString(parent.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataDirectory.open(parent))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holds other files");
        assertThat(parent).isDirectoryContaining("glob:**/thesis.txt");
    }

    @Test
    void wipesOnlyWhatTheSuiteMakes() throws Exception {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            Files.createDirectories(data.of("store").resolve("deep"));
            Files.writeString(data.of("store").resolve("deep").resolve("file"), "x");
            Files.createDirectories(data.of("radar").resolve("diagnosis-service"));
            Files.writeString(data.root().resolve("note.txt"), "mine");

            data.wipe();

            assertThat(data.of("store")).doesNotExist();
            assertThat(data.of("radar")).doesNotExist();
            assertThat(data.root().resolve("note.txt")).exists();
            assertThatThrownBy(() -> DataDirectory.open(data.root())).hasMessageContaining("already runs");
        }
    }

    @Test
    void logsOfTheStartBeforeAreKeptUntilTheNext() throws Exception {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            Path previous = data.root().resolve("logs/previous");
            Files.writeString(data.log("mail"), "first");
            data.startLogs();
            Files.writeString(data.log("store"), "second");
            Files.writeString(data.startLauncherLog(), "second");

            data.startLauncherLog();
            data.startLogs();

            assertThat(previous.resolve("mail.log")).doesNotExist();
            assertThat(previous.resolve("store.log")).hasContent("second");
            assertThat(previous.resolve("launcher.log")).hasContent("second");
            assertThat(data.log("store")).doesNotExist();
            assertThat(data.log("launcher")).isEmptyFile();
        }
    }

    @Test
    void masterKeyIsMadeOnceAndReadableByTheOwnerOnly() throws Exception {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            String key = data.masterKey();

            assertThat(Base64.getDecoder().decode(key)).hasSize(32);
            assertThat(data.masterKey()).isEqualTo(key);
            Path file = data.of("keys").resolve("customers-master.key");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void timeDoesNotGoBackOnDataWhereItCouldBeMoved() {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            data.simulating(false);
            data.simulating(true);

            assertThatThrownBy(() -> data.simulating(false))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("start with --simulation again, or afresh with --fresh");
            data.simulating(true);
            data.wipe();
            data.simulating(false);
        }
    }
}
