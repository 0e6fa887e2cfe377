package dev.aftersales.local.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;

/** A mail server that accepts mail for every address and shows it over IMAP; it listens on 127.0.0.1 only. */
public final class MailServer implements AutoCloseable {

    /** The password of every mailbox. */
    public static final String PASSWORD = "demo";

    private static final String HOST = "127.0.0.1";

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /**
     * Starts on those ports with the mails that the directory already holds.
     *
     * @throws Exception if a kept mail cannot be read or a port is taken
     */
    static MailServer start(Path directory, int smtp, int imap) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp, HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, HOST, ServerSetup.PROTOCOL_IMAP)
        });
        // Anyone may look into a mailbox that has had no mail yet.
        server.getUserManager().setAuthRequired(false);
        KeptMails mails = new KeptMails(directory, server.getUserManager());
        mails.reload();
        server.getUserManager().setMessageDeliveryHandler(mails);
        server.start();
        return new MailServer(server);
    }

    /** @param args directory, SMTP port, IMAP port */
    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        MailServer server = start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mail-stop"));
        System.out.println("mail server ready");
        Thread.currentThread().join();
    }

    @Override
    public void close() {
        server.stop();
    }
}
