package dev.aftersales.local;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What may be sent to a process beside the two signals that Java knows itself. */
enum Signal {
    /** Holds the process still, without its knowing; everything that it keeps open stays open. */
    STOP,
    /** Lets a process that was held still go on. */
    CONT;

    /** Sends it; to a process that is gone it goes unheard. */
    void send(long pid) throws InterruptedException {
        try {
            // The shell's own kill: a program of that name is not on every machine.
            new ProcessBuilder("/bin/sh", "-c", "kill -" + name() + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
