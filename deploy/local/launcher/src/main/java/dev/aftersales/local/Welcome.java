package dev.aftersales.local;

import dev.aftersales.local.gateway.BusinessTime;
import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a person wants to know once everything runs. */
final class Welcome {

    private static final double MEGABYTE = 1024 * 1024;

    private Welcome() {}

    /** @param time of the suite; a line says it where it is not the machine's */
    static void print(Suite.Running suite, BusinessTime time, Options options, PrintStream out) {
        Ports ports = suite.ports();
        long bytes = suite.parts().stream().mapToLong(suite::residentBytes).sum()
                + Memory.residentBytes(ProcessHandle.current().pid());
        out.println("""

                Gateway       http://localhost:%1$d/api/v1    (services: claims %2$d, diagnosis %3$d, logistics %4$d, notification %5$d)
                Issuer        http://localhost:%6$d
                Broker        127.0.0.1:%7$d
                Documents in  %8$s
                Mail          SMTP 127.0.0.1:%9$d, IMAP 127.0.0.1:%10$d
                Logs          %11$s
                Memory        %12$s MB in %13$d processes%14$s

                People, all with password demo:
                  vendor exporter  maria, chen (customers), amira (account manager), anna (agent), tomas, tina (technicians),
                                   wang (warehouse), felix (finance), petra (policy admin), viktor (vendor ops), irene (inspector)
                  vendor shops     lin (customer), mei (account manager), rong (agent), deng (technician), gao (warehouse),
                                   qiu (finance), pan (policy admin), shen (vendor ops)
                  vendor agency    carl (customer), alma (account manager), bo (agent), tara (technician), walt (warehouse),
                                   frida (finance), pia (policy admin), vera (vendor ops)
                  vendor online    dora (customer), jana (account manager), otto (agent), ida (technician), leon (warehouse),
                                   nora (finance), ruth (policy admin), kurt (vendor ops)
                  vendor project   paul (customer), emil (account manager), gina (agent), hugo (technician), lars (warehouse),
                                   rosa (finance), sven (policy admin), yara (vendor ops), ivan (inspector)
                  platform         olga (platform ops)

                A token:       TOKEN=$(curl -s -d 'username=maria&password=demo' http://localhost:%6$d/demo/tokens)
                Maria's mail:  curl -s 'imap://maria%%40nordwind.example:demo@127.0.0.1:%10$d/INBOX;MAILINDEX=1'
                Teams' mail:   likewise agents, technicians, warehouse, account-managers, operations, policy-admins at each <vendor>.example
                """.formatted(
                        ports.gateway(),
                        ports.claims(),
                        ports.diagnosis(),
                        ports.logistics(),
                        ports.notifications(),
                        ports.issuer(),
                        ports.broker(),
                        suite.store(),
                        ports.smtp(),
                        ports.imap(),
                        options.data().resolve("logs"),
                        String.format(Locale.ROOT, "%,.0f", bytes / MEGABYTE),
                        suite.parts().size() + 1,
                        aheadOfMachineTime(time)));
    }

    private static String aheadOfMachineTime(BusinessTime time) {
        Duration offset = time.offset();
        return offset.isZero()
                ? ""
                : "\nTime          %s, %d days %d:%02d ahead of this machine's"
                        .formatted(
                                time.instant().truncatedTo(ChronoUnit.SECONDS),
                                offset.toDays(),
                                offset.toHoursPart(),
                                offset.toMinutesPart());
    }
}
