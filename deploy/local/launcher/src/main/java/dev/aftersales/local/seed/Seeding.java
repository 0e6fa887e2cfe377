package dev.aftersales.local.seed;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Enters the first data where it is missing, and leaves alone what people have changed since. */
public final class Seeding {

    private static final String MY_CONTACT = "/api/v1/customers/me";
    private static final String MAILBOXES = "/api/v1/team-mailboxes";
    private static final int TRIES = 20;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Gateway gateway;
    private final PrintStream out;

    public Seeding(Gateway gateway, PrintStream out) {
        this.gateway = gateway;
        this.out = out;
    }

    /**
     * Enters contracts, agreements, catalogue, tariff, stock, postal addresses and team mailboxes of every vendor. What is
     * refused is told and does not stop the rest.
     */
    public void enterWhatIsMissing() {
        for (FirstData data : FirstData.ofToday()) {
            attempt("contracts of " + data.vendor(), () -> sold(data));
            attempt("fault catalogue of " + data.vendor(), () -> faults(data));
            attempt("tariff of " + data.vendor(), () -> tariff(data));
            attempt("stock of " + data.vendor(), () -> stock(data));
            attempt("addresses of customers of " + data.vendor(), () -> addresses(data));
            attempt("mailboxes of the teams of " + data.vendor(), () -> mailboxes(data));
        }
    }

    private void attempt(String what, Runnable entering) {
        try {
            entering.run();
        } catch (UncheckedIOException e) {
            tell(what, String.valueOf(e.getMessage()));
        }
    }

    /** Contracts first: an agreement is about one. */
    private void sold(FirstData data) {
        String person = data.staff().vendorOps();
        data.contracts().forEach(contract -> put(person, "contract", "/api/v1/contracts/", contract));
        data.agreements().forEach(agreement -> put(person, "agreement", "/api/v1/agreements/", agreement));
    }

    private void tariff(FirstData data) {
        put(data.staff().finance(), "tariff", "/api/v1/tariffs/", data.tariff());
    }

    private void put(String person, String what, String under, FirstData.Entry entry) {
        Answer there = answered(person, under + entry.key());
        Answer answer = there.status() == 404 ? gateway.put(person, under + entry.key(), entry.body()) : there;
        expectSuccess(what + " " + entry.key(), answer);
    }

    private void faults(FirstData data) {
        String person = data.staff().policyAdmin();
        Set<String> known = texts(answered(person, "/api/v1/fault-catalogue"), "code");
        for (FirstData.Entry fault : data.faults()) {
            if (!known.contains(fault.key())) {
                expectSuccess(
                        "fault code " + fault.key(),
                        gateway.put(person, "/api/v1/fault-catalogue/" + fault.key(), fault.body()));
            }
        }
    }

    private void stock(FirstData data) {
        String person = data.staff().warehouse();
        Set<String> known = texts(answered(person, "/api/v1/stock"), "part");
        for (FirstData.Receipt receipt : data.receipts()) {
            if (!known.contains(receipt.part())) {
                expectSuccess(
                        "stock of " + receipt.part(),
                        gateway.post(
                                person,
                                "/api/v1/stock/" + receipt.part() + "/receipts",
                                Map.of("quantity", receipt.quantity(), "reference", receipt.reference())));
            }
        }
    }

    /** A contact that a claim has left, without an address, keeps all else that stands in it. */
    private void addresses(FirstData data) {
        for (FirstData.Addressee addressee : data.addressees()) {
            Answer there = answered(addressee.person(), MY_CONTACT);
            String what = "address of " + addressee.person();
            if (there.status() != 404 && !there.succeeded()) {
                expectSuccess(what, there);
            } else if (!there.body().path("address").isObject()) {
                Map<String, Object> contact = new HashMap<>(addressee.body());
                for (String field : List.of("name", "email", "phone", "language")) {
                    there.body().path(field).asStringOpt().ifPresent(known -> contact.put(field, known));
                }
                expectSuccess(what, gateway.put(addressee.person(), MY_CONTACT, contact));
            }
        }
    }

    private void mailboxes(FirstData data) {
        String person = data.staff().vendorOps();
        Set<String> entered = new HashSet<>();
        for (JsonNode item : answered(person, MAILBOXES).body().path("items")) {
            if (item.path("version").asInt(0) > 0) {
                entered.add(item.path("role").asString(""));
            }
        }
        for (TeamMailbox mailbox : TeamMailbox.ALL) {
            if (!entered.contains(mailbox.role())) {
                expectSuccess(
                        "mailbox of role " + mailbox.role(),
                        gateway.putFirst(person, MAILBOXES + "/" + mailbox.role(), mailbox.body(data.vendor())));
            }
        }
    }

    /** What is there, asked again while a service that has only just started keeps the gateway waiting. */
    private Answer answered(String person, String path) {
        Answer answer = gateway.get(person, path);
        for (int again = 0; answer.status() >= 500 && again < TRIES; again++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = gateway.get(person, path);
        }
        return answer;
    }

    private void expectSuccess(String what, Answer answer) {
        if (!answer.succeeded()) {
            tell(what, "the gateway answered " + answer.status() + " " + answer.body());
        }
    }

    private void tell(String what, String reason) {
        out.println("  The first data is incomplete (" + what + "): " + reason);
    }

    private static Set<String> texts(Answer list, String field) {
        Set<String> found = new HashSet<>();
        for (JsonNode item : list.body().path("items")) {
            found.add(item.path(field).asString(""));
        }
        return found;
    }
}
