package dev.aftersales.gateway.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.Event;
import dev.aftersales.contracts.events.partners.CarrierAccepted;
import dev.aftersales.contracts.events.partners.CarrierDelivered;
import dev.aftersales.contracts.events.partners.PaymentReceived;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the suite's event of what a partner posted. Vendor and partner come from the authenticated sender alone; every
 * attribute is checked, and whatever else was posted is left behind.
 */
@Component
final class PartnerEventFactory {

    /** How far a partner's clock may be ahead of ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private static final int LONGEST_ATTRIBUTE = 200;
    private static final Pattern PRINTABLE = Pattern.compile("\\P{Cntrl}+");

    private final IntakeSchemas schemas;
    private final Clock businessClock;
    private final JsonMapper events = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    PartnerEventFactory(IntakeSchemas schemas, Clock businessClock) {
        this.schemas = schemas;
        this.businessClock = businessClock;
    }

    /** @throws dev.aftersales.gateway.problems.ProblemException 400 or 404 that says what is wrong with the posting */
    CloudEvent eventOf(Posting posting, Partner partner) {
        String type = typeOf(posting);
        String vendor = vendorOf(posting, partner);

        List<Violation> violations = new ArrayList<>();
        String id = required(posting, "id", violations);
        checkSource(required(posting, "source", violations), violations);
        String subject = required(posting, "subject", violations);
        Instant time = instant(required(posting, "time", violations), violations);
        violations.addAll(schemas.violations(type, posting.data()));
        if (!violations.isEmpty()) {
            throw Refusals.invalid(violations);
        }

        Event data = dataOf(posting, type, vendor, partner);
        Facts facts = factsOf(data);
        if (!facts.subject().equals(subject)) {
            violations.add(
                    new Violation("subject", "equal", "it must be the " + facts.subjectField() + " in the data"));
        }
        checkNotAhead("time", time, violations);
        checkNotAhead(facts.happenedField(), facts.happened(), violations);
        if (!violations.isEmpty()) {
            throw Refusals.invalid(violations);
        }
        return CloudEventBuilder.v1()
                .withId(id)
                .withSource(URI.create("/partners/" + UriUtils.encodePathSegment(partner.id(), StandardCharsets.UTF_8)))
                .withType(type)
                .withSubject(subject)
                .withTime(time.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension("vendor", vendor)
                .withData(events.writeValueAsBytes(data))
                .build();
    }

    private String typeOf(Posting posting) {
        String type = posting.attribute("type");
        if (type == null || type.isBlank()) {
            throw Refusals.invalid(List.of(missing("type")));
        }
        if (!schemas.knows(type)) {
            throw Refusals.unknownType(type.length() > LONGEST_ATTRIBUTE ? "the given type" : type);
        }
        return type;
    }

    private static String vendorOf(Posting posting, Partner partner) {
        String vendor = posting.attribute("vendor");
        if (vendor == null) {
            if (partner.vendors().size() != 1) {
                throw Refusals.vendorNeeded(partner);
            }
            return partner.vendors().iterator().next();
        }
        if (!partner.vendors().contains(vendor)) {
            throw Refusals.noSuchVendor(vendor.length() > LONGEST_ATTRIBUTE ? "of that name" : vendor);
        }
        return vendor;
    }

    private Event dataOf(Posting posting, String type, String vendor, Partner partner) {
        Class<? extends Event> record = EventTypes.named(type).orElseThrow();
        ObjectNode data = (ObjectNode) posting.data().deepCopy();
        data.put("vendor", vendor).put("partner", partner.id());
        try {
            return events.treeToValue(data, record);
        } catch (JacksonException e) {
            // RFC 3339 sets no bound to the fraction of a second; an instant holds nanoseconds.
            throw Refusals.invalid(List.of(new Violation("data", "readable", "a value cannot be understood")));
        }
    }

    private static Facts factsOf(Event event) {
        return switch (event) {
            case CarrierAccepted accepted ->
                new Facts("tracking number", accepted.trackingNumber(), "data.scannedAt", accepted.scannedAt());
            case CarrierDelivered delivered ->
                new Facts("tracking number", delivered.trackingNumber(), "data.deliveredAt", delivered.deliveredAt());
            case PaymentReceived paid -> new Facts("claim id", paid.claimId(), "data.paidAt", paid.paidAt());
            default -> throw new IllegalStateException(event.getClass() + " has no rules for its posting");
        };
    }

    private void checkNotAhead(String field, Instant instant, List<Violation> violations) {
        if (instant.isAfter(Instant.now(businessClock).plus(CLOCKS_DIFFER))) {
            violations.add(new Violation(field, "past", "it lies more than 5 minutes ahead of our clock"));
        }
    }

    private static String required(Posting posting, String name, List<Violation> violations) {
        String value = posting.attribute(name);
        if (value == null || value.isBlank()) {
            violations.add(missing(name));
            return "";
        }
        if (value.length() > LONGEST_ATTRIBUTE || !PRINTABLE.matcher(value).matches()) {
            violations.add(new Violation(
                    name, "length", "at most " + LONGEST_ATTRIBUTE + " characters, none of them a control character"));
        }
        return value;
    }

    private static void checkSource(String source, List<Violation> violations) {
        try {
            new URI(source);
        } catch (URISyntaxException e) {
            violations.add(new Violation("source", "uri-reference", "it must be a URI reference (RFC 3986)"));
        }
    }

    private static Instant instant(String time, List<Violation> violations) {
        if (time.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            violations.add(
                    new Violation("time", "date-time", "an instant with its offset, as in 2026-11-18T16:12:44Z"));
            return Instant.EPOCH;
        }
    }

    private static Violation missing(String name) {
        return new Violation(name, "required", "the attribute \"" + name + "\" is missing");
    }

    /** What every posting says: about which parcel or claim, and when it happened. */
    private record Facts(String subjectField, String subject, String happenedField, Instant happened) {}
}
