package dev.aftersales.endtoend.faults;

import dev.aftersales.endtoend.TheSuite;
import dev.aftersales.endtoend.ledger.Goods;
import dev.aftersales.endtoend.ledger.Ledger;
import dev.aftersales.endtoend.ledger.Observer;
import dev.aftersales.local.Ports;
import dev.aftersales.local.Suite;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A running suite, the ledger of what was tried on it, and the eyes on what it holds. */
record Setting(Path directory, Suite.Running suite, Ledger ledger, Goods goods, Observer observer)
        implements AutoCloseable {

    /** With the mails that the suite's own mail server keeps. */
    static Setting of(String name, UnaryOperator<Suite> suited) {
        return of(name, directory(name).resolve("suite").resolve("mail"), suited);
    }

    /** @param mails the directory with a directory for each mailbox */
    static Setting of(String name, Path mails, UnaryOperator<Suite> suited) {
        TheSuite.end();
        Path directory = directory(name);
        Suite.Running suite = suited.apply(Suite.on(directory.resolve("suite"))
                        .fresh(true)
                        .supervised(true)
                        .ports(Ports.free()))
                .start();
        return new Setting(
                directory,
                suite,
                Ledger.in(directory.resolve("ledger.tsv")),
                new Goods(suite),
                new Observer(suite, mails));
    }

    private static Path directory(String name) {
        return Path.of("target", "faults", name).toAbsolutePath();
    }

    /** The ordinary suite that all runs of a short round share: starting it is what takes longest. */
    static Setting shared() {
        return Shared.SETTING;
    }

    private static final class Shared {
        static final Setting SETTING = opened();

        private static Setting opened() {
            Setting setting = of("shared", suite -> suite);
            Runtime.getRuntime().addShutdownHook(new Thread(setting::close));
            return setting;
        }
    }

    @Override
    public void close() {
        ledger.close();
        observer.close();
        suite.close();
    }
}
