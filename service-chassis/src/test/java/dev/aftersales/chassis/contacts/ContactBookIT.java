package dev.aftersales.chassis.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.sample.Sample;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.customers.CustomerUpdated;
import dev.aftersales.testing.ServiceIT;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class ContactBookIT {

    private static final byte[] KEY = new byte[32];
    private static final Contact MARIA = new Contact("Maria", "maria@nordwind.example", null, null, "en");

    @Autowired
    MongoDatabase database;

    @Autowired
    ContactCipher cipher;

    private final String id = Sample.freshId();

    @Test
    void opensTheNewestSnapshotAndPassesOverOlderOnes() {
        ContactBook book = new ContactBook(database, cipher, (customer, key) -> Optional.of(KEY));
        Contact moved = new Contact("Maria", "maria@new.example", null, null, "en");
        book.keep(snapshot(2, moved));
        book.keep(snapshot(1, MARIA));
        book.keep(snapshot(2, moved));

        assertThat(book.at(new CustomerRef(id, 1))).isEqualTo(new ContactBook.Known.Reachable(moved));
    }

    @Test
    void saysThatAVersionHasNotArrived() {
        ContactBook book = new ContactBook(database, cipher, (customer, key) -> Optional.of(KEY));
        book.keep(snapshot(1, MARIA));

        assertThat(book.at(new CustomerRef(id, 2))).isEqualTo(new ContactBook.Known.NotYet());
        assertThat(book.knows(new CustomerRef(id, 2))).isFalse();
        assertThat(book.knows(new CustomerRef(id, 1))).isTrue();
    }

    @Test
    void withoutItsKeyASnapshotIsNobody() {
        ContactBook book = new ContactBook(database, cipher, (customer, key) -> Optional.empty());
        book.keep(snapshot(1, MARIA));

        assertThat(book.at(new CustomerRef(id, 1))).isEqualTo(new ContactBook.Known.Erased());
    }

    @Test
    void snapshotCannotBePassedOffAsAnotherPersons() {
        String sealed = cipher.seal(id, MARIA, KEY);

        assertThat(cipher.open(id, sealed, KEY)).isEqualTo(MARIA);
        assertThatThrownBy(() -> cipher.open("other", sealed, KEY)).isInstanceOf(IllegalStateException.class);
        assertThat(cipher.seal(id, MARIA, KEY)).isNotEqualTo(sealed).doesNotContain("maria");
    }

    private CustomerUpdated snapshot(long version, Contact contact) {
        return new CustomerUpdated(id, "exporter", version, "key-1", cipher.seal(id, contact, KEY));
    }
}
