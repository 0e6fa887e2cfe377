package dev.aftersales.contracts.events.notices;

import dev.aftersales.contracts.Topic;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.EventContract;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer is to be told of a batch issue, once for each kind: one digest of all units that concern them.
 *
 * @param noticeId the key; made of issue, kind and customer
 * @param model of the units; absent where the issue names none
 * @param faultFamily of the faults; absent where the issue names none
 * @param lots of production that are affected, and of which the customer's units are; none where they are not known, or all
 *     of the model are
 * @param units that concern the customer: distinct serials, and quantities of lines without
 * @param unverified those of them without a serial
 * @param serials the first of the others, at most {@value #MOST_SERIALS}
 * @param claims the first of the customer's claims that are about them, at most {@value #MOST_CLAIMS}; of units that have
 *     not failed, those in which the company claimed units without a serial
 * @param faultCodes with which alike units were claimed, at most {@value #MOST_CODES}: customers know them, and not how the
 *     vendor's catalogue groups them; absent in an event of before that was said
 * @param claimedWithoutSerial units that the customer's company claimed in this issue without a serial: so many of units that
 *     are told of as not failed may have failed; absent where there are none
 * @param awaitingClaims the first of the customer's claims of which units failed that do not go on before the customer adds
 *     what is wanted, as serial numbers, at most {@value #MOST_CLAIMS}; absent where there are none, and in an event of before
 *     that was said
 */
@EventContract(type = "notices.batch-notice-requested.v1", topic = Topic.BATCH_NOTICES)
public record BatchNoticeRequested(
        String noticeId,
        String vendor,
        String batchIssueId,
        Kind kind,
        CustomerRef customer,
        @Nullable String model,
        @Nullable String faultFamily,
        List<String> lots,
        int units,
        int unverified,
        List<String> serials,
        List<String> claims,
        @Nullable List<String> faultCodes,
        @Nullable Integer claimedWithoutSerial,
        @Nullable List<String> awaitingClaims)
        implements Event {

    public static final int MOST_SERIALS = 100;
    public static final int MOST_CLAIMS = 20;
    public static final int MOST_CODES = 10;

    public BatchNoticeRequested {
        lots = List.copyOf(lots);
        serials = List.copyOf(serials);
        claims = List.copyOf(claims);
        faultCodes = faultCodes == null ? null : List.copyOf(faultCodes);
        awaitingClaims = awaitingClaims == null ? null : List.copyOf(awaitingClaims);
    }

    /** Why the customer is concerned. */
    public enum Kind {
        /** Units of the customer's claims are of the batch. */
        FAILED_UNITS,
        /** The customer's company has units of the affected lots that have not failed (A4.7, on the plan's order). */
        SISTER_UNITS
    }
}
