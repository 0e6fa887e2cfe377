package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two commands, as far as they go without starting the suite. */
class ScriptsTest {

    private static final Path ROOT = Home.find().root();

    @TempDir
    Path directory;

    private record Result(int status, String text) {}

    @Test
    void bothCommandsExplainThemselves() throws Exception {
        assertThat(run(Map.of(), ROOT.resolve("deploy/up"), "--help").text()).contains("--port-offset N", "--detach");
        assertThat(run(Map.of(), ROOT.resolve("deploy/down"), "--help").text()).contains("--data DIR");
    }

    @Test
    void misspeltOptionIsToldBeforeAnythingIsBuilt() throws Exception {
        Path up = copyOfTheScripts().resolve("deploy/up");

        assertThat(run(Map.of(), up, "--dta", "x").text().lines())
                .singleElement()
                .asString()
                .startsWith("There is no option --dta");
        assertThat(run(Map.of(), up, "--data").text().lines())
                .singleElement()
                .asString()
                .startsWith("Option --data needs a value");
    }

    @Test
    void missingJdkGivesOneSentence() throws Exception {
        Result result = run(
                Map.of(
                        "JAVA_HOME",
                        "",
                        "UP_JDK_PLACES",
                        "/nowhere",
                        "HOME",
                        directory.toString(),
                        "PATH",
                        toolsWithout("javac", "mvn")),
                ROOT.resolve("deploy/up"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.text().lines()).singleElement().asString().startsWith("No JDK 21 or newer was found");
    }

    @Test
    void tooOldMavenGivesOneSentence() throws Exception {
        Path copy = copyOfTheScripts();
        Path tools = directory.resolve("maven");
        Files.createDirectories(tools);
        executable(tools.resolve("mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.3 (abc)'\n");

        Result result = run(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", tools + ":" + System.getenv("PATH")),
                copy.resolve("deploy/up"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.text().lines())
                .singleElement()
                .asString()
                .startsWith("Maven 3.8.7 or newer is needed to build the suite, and mvn is 3.6.3");
    }

    @Test
    void missingMavenGivesOneSentence() throws Exception {
        Path copy = copyOfTheScripts();

        Result result = run(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", toolsWithout("mvn")),
                copy.resolve("deploy/up"));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.text().lines()).singleElement().asString().startsWith("Maven is not on PATH");
    }

    @Test
    void downThatFindsNothingOnTheUsualDataRemindsOfAnother() throws Exception {
        Path deploy = Files.createDirectories(directory.resolve("a tree/deploy"));
        executable(deploy.resolve("down"), Files.readString(ROOT.resolve("deploy/down")));

        assertThat(run(Map.of(), deploy.resolve("down")).text()).contains("Nothing runs on", "with --data DIR");
        assertThat(run(Map.of(), deploy.resolve("down"), "--data", directory.toString())
                        .text())
                .contains("Nothing runs on")
                .doesNotContain("--data DIR");
    }

    @Test
    void downLeavesAStrangerAloneWhosePidStandsInAnOldFile() throws Exception {
        Path data = directory.resolve("da ta");
        Files.createDirectories(data.resolve("run"));
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("run/broker.pid"), stranger.pid() + "\n");
            Files.writeString(data.resolve("run/launcher.pid"), stranger.pid() + "\n");

            Result result = run(Map.of(), ROOT.resolve("deploy/down"), "--data", data.toString());

            assertThat(result.status()).isZero();
            assertThat(result.text()).contains("Nothing runs on");
            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.resolve("run/broker.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void downStopsWhatIsOursByItsCommandLine() throws Exception {
        Path data = directory.toRealPath().resolve("da ta");
        Files.createDirectories(data.resolve("run"));
        Process orphan =
                new ProcessBuilder("sh", "-c", "while true; do sleep 1; done", "-Daftersales.data=" + data).start();
        try {
            Files.writeString(data.resolve("run/broker.pid"), orphan.pid() + "\n");

            Result result = run(Map.of(), ROOT.resolve("deploy/down"), "--data", data.toString());

            assertThat(result.text()).contains("Stopped.");
            assertThat(orphan.waitFor()).isNotZero();
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void downStopsAlsoWhatIsHeldStill() throws Exception {
        Path data = directory.toRealPath().resolve("da ta");
        Files.createDirectories(data.resolve("run"));
        Process frozen =
                new ProcessBuilder("sh", "-c", "while true; do sleep 1; done", "-Daftersales.data=" + data).start();
        try {
            Files.writeString(data.resolve("run/broker.pid"), frozen.pid() + "\n");
            Signal.STOP.send(frozen.pid());

            run(Map.of(), ROOT.resolve("deploy/down"), "--data", data.toString());

            assertThat(frozen.waitFor())
                    .as("ended by the request, not by a kill")
                    .isEqualTo(128 + 15);
        } finally {
            frozen.destroyForcibly();
        }
    }

    /** A tree in which nothing is built. */
    private Path copyOfTheScripts() throws Exception {
        Path deploy = Files.createDirectories(directory.resolve("a tree/deploy"));
        executable(deploy.resolve("up"), Files.readString(ROOT.resolve("deploy/up")));
        return deploy.getParent();
    }

    private static void executable(Path file, String text) throws Exception {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A directory with the tools of the system, except some. */
    private String toolsWithout(String... missing) throws Exception {
        Path tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : List.of(
                "bash",
                "sh",
                "dirname",
                "basename",
                "readlink",
                "find",
                "head",
                "sort",
                "paste",
                "sed",
                "env",
                "javac",
                "mvn")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path found = Path.of(place, tool);
                if (!List.of(missing).contains(tool) && Files.exists(found) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
        return tools.toString();
    }

    private Result run(Map<String, String> environment, Path command, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).directory(directory.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }
}
