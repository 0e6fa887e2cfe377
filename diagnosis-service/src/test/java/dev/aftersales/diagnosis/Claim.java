package dev.aftersales.diagnosis;

import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A claim whose diagnosis tests request, as claims-service would, and what is said of it. */
public record Claim(String id, String vendor, String faultCode) {

    private static final String STARTED = "diagnosis.diagnosis-started.v1";
    private static final String COMPLETED = "diagnosis.diagnosis-completed.v1";

    /** A claim of vendor exporter that no other test knows. */
    public static Claim on(String faultCode) {
        return of("exporter", faultCode);
    }

    public static Claim of(String vendor, String faultCode) {
        return new Claim("clm-" + UUID.randomUUID(), vendor, faultCode);
    }

    /** A line of one unit. */
    public static String unit(int line, String serial) {
        return "{\"line\":%d,\"serial\":\"%s\",\"quantity\":1}".formatted(line, serial);
    }

    /** A line of units without serial. */
    public static String quantity(int line, int quantity) {
        return "{\"line\":%d,\"quantity\":%d}".formatted(line, quantity);
    }

    /** Says that diagnosis of these lines is requested; the same sequence again makes a duplicate. */
    public Claim requested(long sequence, String... lines) {
        return asked(sequence, "", lines);
    }

    /** The same, with the causes that the policy version has. */
    public Claim requestedWithCauses(long sequence, List<String> causes, String... lines) {
        return asked(sequence, ",\"causes\":[\"" + String.join("\",\"", causes) + "\"]", lines);
    }

    private Claim asked(long sequence, String more, String... lines) {
        Topics.event("claims.diagnosis-requested.v1")
                .source("/claims-service")
                .vendor(vendor)
                .subject(id)
                .sequence(sequence)
                .json("""
                        {"claimId":"%s","vendor":"%s","policyVersion":"exporter-2026-01",
                         "customer":{"id":"cus-1","contactVersion":1},"contractNumber":"NW-2026-0117",
                         "model":"WP-400","faultCode":"%s","lines":[%s],"evidenceIds":["evd-%d"]%s}
                        """.formatted(id, vendor, faultCode, String.join(",", lines), sequence, more))
                .to("claims");
        return this;
    }

    /** Waits until so many conclusions are told. */
    public List<Message> completed(int times) {
        Topics.await(
                "diagnosis",
                all -> all.stream().filter(m -> isAbout(m, COMPLETED)).count() >= times);
        return Topics.about(id, "diagnosis").stream()
                .filter(m -> m.type().equals(COMPLETED))
                .toList();
    }

    /** Waits until so many starts are told. */
    public List<Message> started(int times) {
        Topics.await(
                "diagnosis",
                all -> all.stream().filter(m -> isAbout(m, STARTED)).count() >= times);
        return Topics.about(id, "diagnosis").stream()
                .filter(m -> m.type().equals(STARTED))
                .toList();
    }

    /** What was told of it so far, in order and in short: {@code started CATALOGUE, completed 1}. */
    public String told() {
        return Topics.about(id, "diagnosis").stream().map(Claim::inShort).collect(Collectors.joining(", "));
    }

    private boolean isAbout(Message message, String type) {
        return message.subject().equals(id) && message.type().equals(type);
    }

    private static String inShort(Message message) {
        return switch (message.type()) {
            case STARTED -> "started " + message.<String>at("$.mode");
            case COMPLETED ->
                Stream.concat(
                                Stream.of("completed"),
                                message.<List<Integer>>at("$.lines[*].line").stream()
                                        .map(String::valueOf))
                        .collect(Collectors.joining(" "));
            default -> message.type();
        };
    }
}
