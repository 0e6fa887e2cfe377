package dev.aftersales.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a tool in the jar that is quicker than the real one: it leaves a program's jar, a library, and a trace of its run. */
class UnpackedJarTest {

    private static final String TOOL = """
            import java.nio.file.*;
            public class Tool {
                public static void main(String[] arguments) throws Exception {
                    Path to = Path.of(arguments[2]);
                    Files.createDirectories(to.resolve("lib"));
                    Files.writeString(to.resolve("claims.jar"), "program");
                    Files.writeString(to.resolve("lib/a.jar"), "library");
                    Files.writeString(to.resolve("run-" + System.nanoTime()), "");
                }
            }
            """;

    @TempDir
    Path target;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        Path source = Files.writeString(target.resolve("Tool.java"), TOOL);
        ToolProvider.getSystemJavaCompiler().run(null, null, null, "--release", "21", source.toString());
        jar = target.resolve("claims.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Tool");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("Tool.class"));
            out.write(Files.readAllBytes(target.resolve("Tool.class")));
        }
    }

    private List<String> runs() throws IOException {
        try (Stream<Path> files = Files.list(target.resolve("unpacked/claims"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("run-"))
                    .toList();
        }
    }

    @Test
    void isTakenApartOnceForEachBuild() throws IOException {
        Path directory = new UnpackedJar(jar).directory();
        List<String> first = runs();

        assertThat(directory.resolve("claims.jar")).hasContent("program");
        assertThat(new UnpackedJar(jar).directory()).isEqualTo(directory);
        assertThat(runs()).isEqualTo(first).hasSize(1);

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));

        assertThat(new UnpackedJar(jar).directory()).isEqualTo(directory);
        assertThat(runs()).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void allThatIsInItHasTheAgeOfTheBuildSoThatACopyOfAnEarlierOneIsToldFromIt() throws IOException {
        FileTime age = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
        Files.setLastModifiedTime(jar, age);

        Path directory = new UnpackedJar(jar).directory();

        for (String file : List.of("", "claims.jar", "lib", "lib/a.jar")) {
            assertThat(Files.getLastModifiedTime(directory.resolve(file)))
                    .as(file)
                    .isEqualTo(age);
        }
    }

    @Test
    void copiesHoldLibrariesToo() throws IOException {
        Path copies = target.resolve("data/built");

        Path copy = new BuiltCopies(copies).of(new UnpackedJar(jar).directory());

        assertThat(copy).isEqualTo(copies.resolve("claims"));
        assertThat(copy.resolve("lib/a.jar")).hasContent("library");
        assertThat(runs()).hasSize(1);
    }

    @Test
    void whatHoldsNoProgramIsToldInASentence() throws IOException {
        Files.writeString(jar, "not a jar");

        assertThatThrownBy(() -> new UnpackedJar(jar).directory())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("claims.jar cannot be taken apart")
                .hasMessageContaining("build it anew");
        assertThat(target.resolve("unpacked/claims")).doesNotExist();
    }
}
