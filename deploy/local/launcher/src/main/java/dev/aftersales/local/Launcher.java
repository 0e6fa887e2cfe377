package dev.aftersales.local;

import dev.aftersales.local.gateway.BusinessTime;
import java.io.PrintStream;
import java.util.List;

/** The program behind {@code deploy/up}. */
public final class Launcher {

    /** The last line of a start that succeeded; a launcher in the background is awaited by it. */
    static final String READY = "The suite is ready.";

    /** Set for a launcher that no terminal reaches, so that it does not speak of keys to press. */
    static final String IN_BACKGROUND = "aftersales.background";

    private Launcher() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            Home home = Home.find();
            Options options = Options.parse(List.of(args), home.root().resolve(".data"));
            if (options.detach()) {
                Background.start(home, options, System.out);
            } else {
                run(home, options, System.out);
            }
        } catch (StoppedWhileStarting told) {
            // Whoever stopped it is told by the stop itself.
        } catch (StartFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Home home, Options options, PrintStream out) throws InterruptedException {
        Ports ports = options.ports();
        EphemeralPorts.ofThisMachine()
                .flatMap(taken -> taken.warning(options.portOffset()))
                .ifPresent(out::println);
        out.println("Starting the suite on " + options.data());
        Suite.Running running = Suite.on(options.data())
                .ports(ports)
                .fresh(options.fresh())
                .partners(options.demo())
                .simulation(options.simulation())
                .supervised(true)
                .output(out)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> out.println("Stopping the suite."), "farewell"));
        Welcome.print(running, new BusinessTime(running.gateway()), options, out);
        if (!Boolean.getBoolean(IN_BACKGROUND)) {
            out.println("Stop:          Ctrl-C here, or " + home.downCommand(options.data()));
        }
        out.println(READY);
        String sentence = running.death().join();
        running.close();
        throw new StartFailure(sentence);
    }
}
