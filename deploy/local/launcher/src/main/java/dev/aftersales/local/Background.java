package dev.aftersales.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Starts the launcher once more, out of the terminal's reach, and shows what it says until the suite is ready. */
final class Background {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Background() {}

    /**
     * Returns when the suite is ready.
     *
     * @throws StartFailure if it does not get there; what the background said has been shown
     */
    static void start(Home home, Options options, PrintStream out) throws InterruptedException {
        Path log = logFile(options.data());
        List<String> command = new Jvm(options.data())
                .mainClass(
                        List.of(
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Daftersales.home=" + home.root(),
                                "-D" + Launcher.IN_BACKGROUND + "=true"),
                        home.ownClassPath(),
                        Launcher.class.getName(),
                        options.inBackground().toArray());
        try {
            Process process = new ProcessBuilder(Keeper.shielded(command))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            follow(process, log, out);
            out.println("It runs in the background. Stop: " + home.downCommand(options.data()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path logFile(Path data) {
        DataDirectory directory = DataDirectory.open(data);
        try (directory) {
            return directory.startLauncherLog();
        }
    }

    private static void follow(Process process, Path log, PrintStream out) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            StringBuilder shown = new StringBuilder();
            while (shown.indexOf(Launcher.READY) < 0) {
                boolean alive = process.isAlive();
                String news = unread(file);
                out.print(news);
                out.flush();
                shown.append(news);
                if (news.isEmpty() && !alive) {
                    throw new StartFailure("The suite did not start; what it said is above and in " + log + ".");
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static String unread(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
