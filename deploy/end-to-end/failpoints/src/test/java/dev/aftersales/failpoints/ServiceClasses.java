package dev.aftersales.failpoints;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.dynamic.ClassFileLocator;

/** The class files of the services on the test class path: in directories, plain jars, or executable jars. */
final class ServiceClasses implements ClassFileLocator {

    private static final List<String> ROOTS = List.of("", "BOOT-INF/classes/");

    private final List<Path> classPath = Stream.of(
                    System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .map(Path::of)
            .toList();

    @Override
    public Resolution locate(String name) throws IOException {
        String file = name.replace('.', '/') + ".class";
        for (Path entry : classPath) {
            if (Files.isDirectory(entry) && Files.exists(entry.resolve(file))) {
                return new Resolution.Explicit(Files.readAllBytes(entry.resolve(file)));
            }
            if (Files.isRegularFile(entry)) {
                try (ZipFile jar = new ZipFile(entry.toFile())) {
                    for (String root : ROOTS) {
                        ZipEntry found = jar.getEntry(root + file);
                        if (found != null) {
                            return new Resolution.Explicit(
                                    jar.getInputStream(found).readAllBytes());
                        }
                    }
                }
            }
        }
        return new Resolution.Illegal(name);
    }

    @Override
    public void close() {}
}
