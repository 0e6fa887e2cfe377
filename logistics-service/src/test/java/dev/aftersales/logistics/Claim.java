package dev.aftersales.logistics;

import dev.aftersales.testing.Message;
import dev.aftersales.testing.Topics;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A claim whose service tests authorise, as claims-service would, and what logistics says of it. */
public record Claim(String id, String vendor) {

    private static final String TOPIC = "logistics";

    /** A claim of vendor exporter that no other test knows. */
    public static Claim fresh() {
        return of("exporter");
    }

    public static Claim of(String vendor) {
        return new Claim("clm-" + UUID.randomUUID(), vendor);
    }

    /** A part that no other test knows. */
    public static String freshPart() {
        return "P-" + UUID.randomUUID();
    }

    /** A line of one unit that is to be served with so many of a part. */
    public static String line(int line, String part, int quantity) {
        return """
                {"line":%1$d,"serial":"WP4-%1$d","model":"WP-400","route":"PARTS","parts":[{"part":"%2$s","quantity":%3$d}]}""".formatted(line, part, quantity);
    }

    /** The id of the claim's shipment of that number. */
    public String shipment(int number) {
        return id + "-S" + number;
    }

    /** Says that these lines are authorised; the same sequence again makes a duplicate. */
    public Claim authorised(long sequence, String... lines) {
        return authorised(sequence, Instant.now(), lines);
    }

    /** The same, at that business time. */
    public Claim authorised(long sequence, Instant time, String... lines) {
        return authorised("cus-1", sequence, time, lines);
    }

    /** The same, for a customer of that id; the contact version is the sequence. */
    public Claim authorisedFor(String customer, long sequence, String... lines) {
        return authorised(customer, sequence, Instant.now(), lines);
    }

    private Claim authorised(String customer, long sequence, Instant time, String... lines) {
        Topics.event("claims.service-authorised.v1")
                .source("/claims-service")
                .vendor(vendor)
                .subject(id)
                .sequence(sequence)
                .time(time)
                .json("""
                        {"claimId":"%s","vendor":"%s","customer":{"id":"%s","contactVersion":%d},"lines":[%s]}
                        """.formatted(id, vendor, customer, sequence, String.join(",", lines)))
                .to("claims");
        return this;
    }

    /** Waits until this was told of it, in this order and in short: {@code reserved S1, released S1}. */
    public List<Message> tells(String inShort) {
        Topics.await(TOPIC, all -> told().equals(inShort));
        return Topics.about(id, TOPIC);
    }

    /** What was told of it so far. */
    public String told() {
        return Topics.about(id, TOPIC).stream().map(this::inShort).collect(Collectors.joining(", "));
    }

    private String inShort(Message message) {
        String fact = message.type().replaceAll("logistics\\.(parts-)?(.*)\\.v1", "$2");
        return fact + message.<String>at("$.shipmentId").substring(id.length()).replace('-', ' ');
    }
}
