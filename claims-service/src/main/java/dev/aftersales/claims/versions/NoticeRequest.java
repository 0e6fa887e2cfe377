package dev.aftersales.claims.versions;

import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.policies.PolicyNoticeWithdrawn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That some customers are to be told of a version, and what became of it.
 *
 * @param number of the request among those of its version, from 1 without gaps
 * @param organisations that have no customer on record, and were told by other means; never absent
 * @param revocation that the version was given up; absent while it was not
 */
record NoticeRequest(
        String policyVersion,
        String vendor,
        int number,
        List<Recipient> recipients,
        @Nullable List<ToldOrganisation> organisations,
        @Nullable Revocation revocation) {

    /** More would make one document and one event too large. */
    static final int MOST_RECIPIENTS = 200;

    NoticeRequest {
        recipients = List.copyOf(recipients);
        // A request that was stored before organisations were told comes back without them.
        organisations = organisations == null ? List.of() : List.copyOf(organisations);
    }

    NoticeRequest(String policyVersion, String vendor, int number, List<Recipient> recipients) {
        this(policyVersion, vendor, number, recipients, List.of(), null);
    }

    /** The last request of a version that was given up: it asks for nobody, and none comes after it. */
    static NoticeRequest seal(String version, String vendor, int number, Revocation revocation) {
        return new NoticeRequest(version, vendor, number, List.of(), List.of(), revocation);
    }

    boolean isSeal() {
        return recipients.isEmpty() && organisations().isEmpty();
    }

    /** Never absent. */
    @Override
    public List<ToldOrganisation> organisations() {
        return organisations == null ? List.of() : organisations;
    }

    /** What became of a mail. */
    enum State {
        PENDING,
        SENT,
        FAILED
    }

    /**
     * One customer.
     *
     * @param late whether the customer came after all others had been found
     * @param again whether an earlier request could not reach the customer
     * @param at when the mail server accepted the mail, or it was given up
     * @param reason why it was given up
     * @param otherwise by which other means the customer was told; absent where a mail did it, or has to
     */
    record Recipient(
            CustomerRef customer,
            boolean late,
            boolean again,
            State state,
            @Nullable Instant at,
            @Nullable String reason,
            @Nullable Otherwise otherwise) {

        static Recipient of(CustomerRef customer, boolean late, boolean again) {
            return new Recipient(customer, late, again, State.PENDING, null, null, null);
        }

        /** The same customer, whom no mail reached and somebody told by other means: as good as a mail, from then on. */
        Recipient told(Otherwise means, Instant then) {
            return new Recipient(customer, late, true, State.SENT, then, null, means);
        }

        private Recipient become(State next, Instant then, @Nullable String why) {
            return new Recipient(customer, late, again, next, then, why, otherwise);
        }
    }

    /**
     * That a customer was told by other means than a mail.
     *
     * @param how in the person's words
     * @param by the person's id
     */
    record Otherwise(String how, String by) {}

    /**
     * An organisation that was told.
     *
     * @param late whether it had no contract yet when all others had been found
     */
    record ToldOrganisation(String organisation, boolean late, Instant at, Otherwise means) {}

    static String idOf(String version, int number) {
        return version + "/" + number;
    }

    /** The mail server accepted the customer's mail. */
    NoticeRequest sent(String customer, Instant at) {
        return after(customer, State.SENT, at, null);
    }

    /** No mail reaches the customer. */
    NoticeRequest failed(String customer, Instant at, String reason) {
        return after(customer, State.FAILED, at, reason);
    }

    /** The same of a version that was given up. */
    NoticeRequest revoked(Revocation given) {
        return new NoticeRequest(policyVersion, vendor, number, recipients, organisations, given);
    }

    /** Whom a mail told, and nobody otherwise: whoever wrote or called knows best how to take that back. */
    List<CustomerRef> mailed() {
        return recipients.stream()
                .filter(one -> one.state() == State.SENT && one.otherwise() == null)
                .map(Recipient::customer)
                .toList();
    }

    /** That the version does not take effect, for those who were told of it since the other request was. */
    List<Event> news(NoticeRequest before) {
        Revocation given = revocation;
        if (given == null) {
            return List.of();
        }
        List<CustomerRef> known = before.revocation() == null ? List.of() : before.mailed();
        List<CustomerRef> told =
                mailed().stream().filter(one -> !known.contains(one)).toList();
        return told.isEmpty()
                ? List.of()
                : List.of(new PolicyNoticeWithdrawn(
                        idOf(policyVersion, number),
                        policyVersion,
                        vendor,
                        given.inForce(),
                        given.at(),
                        told,
                        next(given.next())));
    }

    private static PolicyNoticeWithdrawn.@Nullable Next next(Revocation.@Nullable Next next) {
        return next == null ? null : new PolicyNoticeWithdrawn.Next(next.version(), next.effectiveFrom(), next.zone());
    }

    private NoticeRequest after(String customer, State next, Instant at, @Nullable String reason) {
        return new NoticeRequest(
                policyVersion,
                vendor,
                number,
                recipients.stream()
                        .map(one -> one.customer().id().equals(customer) && one.state() == State.PENDING
                                ? one.become(next, at, reason)
                                : one)
                        .toList(),
                organisations,
                revocation);
    }
}
