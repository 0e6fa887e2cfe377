package dev.aftersales.failpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aftersales.failpoints.Entry.What;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailpointsIT {

    private static final String STEP = "class=dev.aftersales.failpoints.Toy:method=step";

    @TempDir
    private Path directory;

    record Run(int code, List<String> lines, List<Entry> told) {}

    @Test
    void crashesBeforeTheNamedCall() throws Exception {
        Run run = run("crash-at:" + STEP + ":at=enter:nth=2");

        assertThat(run.code()).isEqualTo(137);
        assertThat(run.lines()).containsExactly("step 1", "result 1");
    }

    @Test
    void crashesAfterTheNamedCall() throws Exception {
        Run run = run("crash-at:" + STEP + ":parameters=1:at=exit:nth=2");

        assertThat(run.code()).isEqualTo(137);
        assertThat(run.lines()).containsExactly("step 1", "result 1", "step 2");
    }

    @Test
    void countsNothingBeforeTheFileIsThereThatArmsIt() throws Exception {
        Run run = run("crash-at:" + STEP + ":nth=1:when=" + directory.resolve("never-made"));

        assertThat(run.code()).isZero();
        assertThat(run.told()).extracting(Entry::what).containsExactly(What.ARMED);
    }

    @Test
    void countsOnceTheFileIsThereThatArmsIt() throws Exception {
        Run run = run("crash-at:" + STEP + ":nth=1:when=" + Files.createFile(directory.resolve("made")));

        assertThat(run.code()).isEqualTo(137);
        assertThat(run.lines()).isEmpty();
    }

    @Test
    void tellsWhatWasChangedAndEachHit() throws Exception {
        Run run = run("crash-at:" + STEP + ":at=enter:nth=3");

        assertThat(run.told())
                .containsExactly(
                        new Entry(What.ARMED, "crash-at", Map.of("target", Toy.class.getName() + ".step")),
                        new Entry(
                                What.HIT,
                                "crash-at",
                                Map.of("target", Toy.class.getName() + ".step", "at", "enter", "nth", "3")));
    }

    @Test
    void takesSeveralFaultsAtOnce() throws Exception {
        Run run = run("crash-at:" + STEP + ":at=enter:nth=9; crash-at:" + STEP + ":at=exit:nth=1");

        assertThat(run.lines()).containsExactly("step 1");
        assertThat(run.told()).hasSize(3);
    }

    @Test
    void tellsAMethodThatTheClassDoesNotHave() throws Exception {
        Run run = run("crash-at:class=dev.aftersales.failpoints.Toy:method=stride");

        assertThat(run.code()).isZero();
        assertThat(run.told()).extracting(Entry::what).containsExactly(What.MISSING);
        assertThat(run.lines()).anyMatch(line -> line.startsWith("FAILPOINT MISSING: crash-at"));
    }

    @Test
    void tellsAClassThatIsNeverLoaded() throws Exception {
        Run run = run("crash-at:class=dev.aftersales.failpoints.Game:method=step");

        assertThat(run.told()).extracting(Entry::what).containsExactly(What.MISSING);
        assertThat(run.lines()).anyMatch(line -> line.startsWith("FAILPOINT MISSING: crash-at"));
    }

    @Test
    void refusesAFaultThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Failpoints.option("crash-somewhere:file=x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Failpoints.option("crash-at:file=x"));
    }

    /** The toy in a JVM of its own. */
    private Run run(String faults) throws IOException, InterruptedException {
        Path told = directory.resolve("told");
        List<String> specs = new ArrayList<>();
        for (String fault : faults.split(";")) {
            specs.add(fault + ":file=" + told);
        }
        Process toy = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        Failpoints.option(String.join(";", specs)),
                        "-cp",
                        "target/test-classes",
                        Toy.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(toy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = toy.waitFor();
        assertThat(Files.exists(told)).as(output).isTrue();
        // Newer JVMs warn of what the library for class files does.
        List<String> lines =
                output.lines().filter(line -> !line.startsWith("WARNING: ")).toList();
        return new Run(code, lines, Entry.in(told));
    }
}
