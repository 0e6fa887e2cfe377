package dev.aftersales.benchmarks.load;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When the mail server took the mail that tells a claim's customer of released parts. */
public final class Acceptances {

    /** The English words of the template parts-released; the load's customer reads English. */
    private static final Pattern RELEASED = Pattern.compile("^Claim (\\S+): your parts are being packed$");

    private final Map<String, Long> acceptedAt = new ConcurrentHashMap<>();

    /** Hears of every mail; the first about a claim's released parts counts. */
    public void hear(MailSink.Mail mail) {
        Matcher released = RELEASED.matcher(mail.subject());
        if (released.matches()) {
            acceptedAt.putIfAbsent(released.group(1), mail.acceptedAt());
        }
    }

    /** Null while none was taken. */
    public @Nullable Long of(String claim) {
        return acceptedAt.get(claim);
    }
}
