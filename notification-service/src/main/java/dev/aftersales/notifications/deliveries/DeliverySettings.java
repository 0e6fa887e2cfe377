package dev.aftersales.notifications.deliveries;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the deliveries.
 *
 * @param senders in whose name and from which address each vendor's letters go
 * @param defaultSender for vendors that are not among them
 * @param couriers connections to the mail server, each serving one claim at a time
 * @param queue letters that wait in memory for a courier; beyond it the sweep brings them
 * @param instance name of this instance, the same after a restart; absent: host and port
 * @param claimFor how long a letter that an instance has begun to send is left to it; longer than the mail server's
 *     replies may take together, and than an instance may hang and wake up again
 * @param sweepEvery how often letters are looked for that are due or were left
 * @param sweepAge how long a new letter is left to the instance that was woken for it
 * @param retryAfter first pause after a failure; doubled each time
 * @param longestOutagePause the pause while the mail server or a fellow service is away
 * @param longestRefusalPause the pause while the mail server says not now to a recipient
 * @param giveUpAfter how long a letter is tried (RFC 5321, section 4.5.4.1, asks for 4 to 5 days)
 */
@Validated
@ConfigurationProperties("aftersales.notifications")
record DeliverySettings(
        @DefaultValue Map<String, @Valid Sender> senders,
        @Valid @Nullable Sender defaultSender,
        @Min(1) @DefaultValue("8") int couriers,
        @Min(1) @DefaultValue("10000") int queue,
        @Nullable String instance,
        @DefaultValue("60s") Duration claimFor,
        @DefaultValue("1s") Duration sweepEvery,
        @DefaultValue("2s") Duration sweepAge,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("15s") Duration longestOutagePause,
        @DefaultValue("15m") Duration longestRefusalPause,
        @DefaultValue("5d") Duration giveUpAfter) {

    private static final Sender ANYBODY =
            new Sender("After-Sales Service", Map.of("zh", "售后服务"), "after-sales@aftersales.example");

    /**
     * Who signs.
     *
     * @param name in letters of any language that has no name of its own
     * @param names by language, for example {@code zh}
     */
    record Sender(
            @NotBlank String name,
            @DefaultValue Map<String, @NotBlank String> names,
            @NotBlank @Email String address) {

        /** The name in a letter of that language. */
        String nameIn(String languageTag) {
            String language =
                    Locale.forLanguageTag(languageTag.replace('_', '-')).getLanguage();
            return names.getOrDefault(language, name);
        }
    }

    /** Who signs for a vendor. */
    Sender senderOf(String vendor) {
        Sender own = senders.get(vendor);
        if (own != null) {
            return own;
        }
        return defaultSender == null ? ANYBODY : defaultSender;
    }

    /** The pause after so many attempts. */
    Duration pause(int attempts, Duration longest) {
        // Twenty doublings are longer than any pause that makes sense, and do not overflow.
        Duration doubled = retryAfter.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
