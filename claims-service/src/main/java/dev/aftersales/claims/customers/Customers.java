package dev.aftersales.claims.customers;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.aftersales.chassis.aggregate.Aggregates;
import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Decision;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.aggregate.Stored;
import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.contacts.ContactCipher;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.identity.DerivedId;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vendors' customers and how to reach them. A contact that is said again unchanged writes nothing. */
public final class Customers {

    /** So many keys of the index are read at once. */
    private static final int KEYS = 500;

    private final Aggregates<Customer> customers;
    private final PersonKeys keys;
    private final ContactCipher cipher;

    Customers(Aggregates<Customer> customers, PersonKeys keys, ContactCipher cipher) {
        this.customers = customers;
        this.keys = keys;
        this.cipher = cipher;
    }

    /** A contact and its version. */
    record Known(Contact contact, long version) {}

    /**
     * The caller as the vendor's customer, with a contact on record: the one that is there, else what the token says.
     *
     * @return empty when nothing is on record and the token names no e-mail address
     */
    public Optional<CustomerRef> ensured(Caller caller, String vendor) {
        String id = idOf(vendor, caller.person());
        Optional<CustomerRef> there = customers.find(id).map(Stored::state).map(customer -> {
            if (!Objects.equals(customer.organisation(), caller.organisation())) {
                acting(id, caller);
            }
            return new CustomerRef(id, customer.version());
        });
        if (there.isPresent()) {
            return there;
        }
        return fromToken(caller).map(contact -> {
            Customer first = sealed(id, vendor, caller, 1, contact);
            // A concurrent twin may have been first; its contact is as good.
            Insertion<Customer> insertion = customers.insert(id, told(first));
            return new CustomerRef(id, insertion.stored().state().version());
        });
    }

    /** Puts the contact on record. */
    Known put(Caller caller, String vendor, Contact contact) {
        String id = idOf(vendor, caller.person());
        Optional<Known> changed = change(id, caller, contact);
        if (changed.isPresent()) {
            return changed.get();
        }
        Customer first = sealed(id, vendor, caller, 1, contact);
        return switch (customers.insert(id, told(first))) {
            case Insertion.Inserted<Customer> inserted -> new Known(contact, 1);
            case Insertion.AlreadyThere<Customer> twin ->
                change(id, caller, contact).orElseThrow();
        };
    }

    /** What is on record. */
    Optional<Known> find(Caller caller, String vendor) {
        return customers
                .find(idOf(vendor, caller.person()))
                .map(Stored::state)
                .map(customer -> new Known(opened(customer), customer.version()));
    }

    /**
     * Somebody who can be told.
     *
     * @param organisation the company that the person last acted for, as far as it is known
     */
    public record Reachable(CustomerRef customer, @Nullable String organisation) {}

    /** A vendor's customers by id, so many of those that come after this one. */
    public List<Reachable> after(String vendor, String id, int limit) {
        return customers.query(and(eq("vendor", vendor), gt("_id", id)), ascending("_id"), limit).stream()
                .map(stored -> new Reachable(
                        new CustomerRef(stored.id(), stored.state().version()),
                        stored.state().organisation()))
                .toList();
    }

    /** The ids of so many of the vendor's customers who act for that organisation, after this one. */
    public List<String> ofOrganisation(String vendor, String organisation, String id, int limit) {
        return customers
                .query(
                        and(eq("vendor", vendor), eq("organisation", organisation), gt("_id", id)),
                        ascending("_id"),
                        limit)
                .stream()
                .map(Stored::id)
                .toList();
    }

    /** The same with their contacts. */
    public List<CustomerRef> actingFor(String vendor, String organisation, String id, int limit) {
        return customers
                .query(
                        and(eq("vendor", vendor), eq("organisation", organisation), gt("_id", id)),
                        ascending("_id"),
                        limit)
                .stream()
                .map(stored -> new CustomerRef(stored.id(), stored.state().version()))
                .toList();
    }

    /** Those of these organisations for which a customer of the vendor acts. */
    public Set<String> reached(String vendor, List<String> organisations) {
        Set<String> reached = new HashSet<>();
        List<String> rest = new ArrayList<>(organisations);
        List<String> page;
        do {
            page = customers.values(and(eq("vendor", vendor), in("organisation", rest)), "organisation", "", KEYS);
            reached.addAll(page);
            rest.removeAll(page);
        } while (!page.isEmpty());
        return reached;
    }

    private Optional<Known> change(String id, Caller caller, Contact contact) {
        return customers.decide(id, stored -> {
            Customer before = stored.state();
            if (opened(before).equals(contact)) {
                Known same = new Known(contact, before.version());
                return Objects.equals(before.organisation(), caller.organisation())
                        ? Decision.refuse(same)
                        : Decision.commit(before.of(caller.organisation()), same);
            }
            Customer after = sealed(id, before.vendor(), caller, stored.lastSequence() + 1, contact);
            return Decision.commit(after, new Known(contact, after.version()), event(after));
        });
    }

    /** Which company somebody acts for is nobody's business but the vendor's: it is told to no other service. */
    private void acting(String id, Caller caller) {
        customers.decide(
                id,
                stored -> Objects.equals(stored.state().organisation(), caller.organisation())
                        ? Decision.refuse(id)
                        : Decision.commit(stored.state().of(caller.organisation()), id));
    }

    private Contact opened(Customer customer) {
        return cipher.open(
                customer.id(),
                customer.sealedContact(),
                keys.find(customer.id()).orElseThrow().bytes());
    }

    private Customer sealed(String id, String vendor, Caller caller, long version, Contact contact) {
        PersonKeys.PersonKey key = keys.ensured(id);
        return new Customer(
                id,
                vendor,
                caller.person(),
                caller.organisation(),
                version,
                key.id(),
                cipher.seal(id, contact, key.bytes()));
    }

    private static Change<Customer> told(Customer customer) {
        return Change.of(customer, event(customer));
    }

    private static CustomerUpdated event(Customer customer) {
        return new CustomerUpdated(
                customer.id(), customer.vendor(), customer.version(), customer.keyId(), customer.sealedContact());
    }

    private static Optional<Contact> fromToken(Caller caller) {
        String email = caller.email();
        if (email == null || email.isBlank()) {
            return Optional.empty();
        }
        String name = caller.name() == null || caller.name().isBlank() ? email : caller.name();
        String language = caller.locale() == null || caller.locale().isBlank() ? "en" : caller.locale();
        return Optional.of(new Contact(name, email, null, null, language));
    }

    private static String idOf(String vendor, String person) {
        return DerivedId.of("cus", vendor, person);
    }
}
