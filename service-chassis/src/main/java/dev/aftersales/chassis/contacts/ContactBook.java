package dev.aftersales.chassis.contacts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import java.util.Optional;
import org.bson.Document;

/**
 * A service's own copy of the contact snapshots, as they came: encrypted. A contact is opened at the moment of its use
 * and not kept, so that the erasure of a person's key erases it everywhere.
 */
public final class ContactBook {

    private final MongoCollection<Document> snapshots;
    private final ContactCipher cipher;
    private final CustomerKeys keys;

    public ContactBook(MongoDatabase database, ContactCipher cipher, CustomerKeys keys) {
        this.snapshots = database.getCollection("contacts");
        this.cipher = cipher;
        this.keys = keys;
    }

    /** What is known of a customer's contact. */
    public sealed interface Known {

        /** Here it is. */
        record Reachable(Contact contact) implements Known {}

        /** The named version has not arrived yet. */
        record NotYet() implements Known {}

        /** The person was erased. */
        record Erased() implements Known {}
    }

    /** Keeps a snapshot unless a newer one is there; repeatable. */
    public void keep(CustomerUpdated updated) {
        try {
            snapshots.updateOne(
                    Filters.and(Filters.eq("_id", updated.customerId()), Filters.lt("version", updated.version())),
                    Updates.combine(
                            Updates.set("vendor", updated.vendor()),
                            Updates.set("version", updated.version()),
                            Updates.set("keyId", updated.keyId()),
                            Updates.set("cipher", updated.cipher())),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // The upsert met a snapshot that is as new or newer.
        }
    }

    /** Whether the version that an event names, or a newer one, has arrived. */
    public boolean knows(CustomerRef customer) {
        return snapshots
                        .find(Filters.and(
                                Filters.eq("_id", customer.id()), Filters.gte("version", customer.contactVersion())))
                        .projection(new Document("_id", 1))
                        .first()
                != null;
    }

    /** The newest contact of a customer, at least as new as the event says. */
    public Known at(CustomerRef customer) {
        Document snapshot = snapshots
                .find(Filters.and(Filters.eq("_id", customer.id()), Filters.gte("version", customer.contactVersion())))
                .first();
        if (snapshot == null) {
            return new Known.NotYet();
        }
        Optional<byte[]> key = keys.of(customer.id(), snapshot.getString("keyId"));
        return key.<Known>map(
                        bytes -> new Known.Reachable(cipher.open(customer.id(), snapshot.getString("cipher"), bytes)))
                .orElseGet(Known.Erased::new);
    }
}
