package dev.aftersales.claims.entitlements;

import dev.aftersales.claims.adjudication.AgreementKind;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.UnitStanding;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.Training;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entitlements of a unit as they are shown.
 *
 * @param policyVersion by which they are answered
 * @param today the day for which they are answered, in the policy's zone
 * @param term of the unit; absent while no paper says when it began
 * @param agreements that hold today
 */
record EntitlementsView(
        String serial,
        String vendor,
        String policyVersion,
        LocalDate today,
        @Nullable TermView term,
        List<AgreementView> agreements,
        List<Item> items) {

    static EntitlementsView of(CompiledPolicy policy, Owned owned, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, policy.zone());
        return new EntitlementsView(
                owned.unit().serial(),
                policy.vendor(),
                policy.version(),
                today,
                UnitStanding.of(policy, owned.unit(), owned.terms(), owned.site(), now)
                        .term()
                        .map(term -> new TermView(term.firstDay(), term.lastDay()))
                        .orElse(null),
                owned.agreements().stream()
                        .filter(agreement -> agreement.holdsOn(today))
                        .map(AgreementView::of)
                        .toList(),
                Entitlements.of(policy, owned, now).stream()
                        .map(entitlement -> Item.of(policy, entitlement))
                        .toList());
    }

    /** Both days included. */
    record TermView(LocalDate from, LocalDate until) {}

    /** An agreement in short. */
    record AgreementView(
            String number,
            AgreementKind kind,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Training training) {

        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.number(), agreement.kind(), agreement.from(), agreement.until(), agreement.training());
        }
    }

    /**
     * One service.
     *
     * @param name of the service
     * @param says the clause in short
     * @param readingSays how the vendor reads it, where it rests on a reading
     * @param readings all on which it rests, this one first
     * @param price {@code PAID} is by a quote
     * @param until absent when it has no end
     * @param because what it would take
     */
    record Item(
            String service,
            Text name,
            boolean available,
            EntitlementRule.Price price,
            String clause,
            Text says,
            @Nullable String reading,
            @Nullable Text readingSays,
            List<ReadingView> readings,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<String> channels,
            @Nullable Hours hours,
            @Nullable Period every,
            @Nullable LocalDate nextDue,
            List<String> topics,
            @Nullable String language,
            List<String> documents,
            @Nullable Text note,
            @Nullable BecauseView because) {

        static Item of(CompiledPolicy policy, Entitlement entitlement) {
            EntitlementRule rule = entitlement.rule();
            Because because = entitlement.because();
            String note = rule.note();
            return new Item(
                    rule.service(),
                    policy.words(rule.service()),
                    entitlement.available(),
                    entitlement.price(),
                    rule.clause(),
                    policy.clause(rule.clause()),
                    rule.reading(),
                    policy.reading(rule.reading()),
                    rule.readings().stream()
                            .map(reading ->
                                    new ReadingView(reading, Objects.requireNonNull(policy.reading(reading), reading)))
                            .toList(),
                    entitlement.from(),
                    entitlement.until(),
                    rule.channels(),
                    Hours.of(rule),
                    rule.every(),
                    entitlement.nextDue(),
                    rule.topics(),
                    rule.language(),
                    rule.documents(),
                    note == null ? null : policy.words(note),
                    because == null
                            ? null
                            : new BecauseView(
                                    because.needs(),
                                    because.words().en(),
                                    because.words().zh()));
        }
    }

    /** How the vendor reads what the text leaves open. */
    record ReadingView(String id, Text says) {}

    /** What it would take, for programs and in words. */
    record BecauseView(List<String> needs, String en, String zh) {}

    /**
     * When it is there.
     *
     * @param days {@code ALL} alone when on all seven
     * @param from for example {@code 08:30}
     * @param to for example {@code 18:00}; {@code 24:00} for the end of the day
     */
    record Hours(List<String> days, String from, String to) {

        private static final List<String> EVERY_DAY = List.of("ALL");

        static @Nullable Hours of(EntitlementRule rule) {
            LocalTime from = rule.from();
            LocalTime to = rule.to();
            return from == null || to == null
                    ? null
                    : new Hours(
                            rule.days().isEmpty() ? EVERY_DAY : rule.days(),
                            from.toString(),
                            to.equals(LocalTime.MAX) ? EntitlementRule.END_OF_DAY : to.toString());
        }
    }
}
