package dev.aftersales.claims.customers;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * One key for each person, wrapped by the master key (AES-256-GCM, the key's id as associated data). To destroy the
 * document is to make every copy of the person's contact unreadable, wherever it is.
 */
final class PersonKeys {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final MongoCollection<Document> keys;
    private final SecretKeySpec master;
    private final SecureRandom random = new SecureRandom();

    PersonKeys(MongoDatabase database, byte[] masterKey) {
        this.keys = database.getCollection("customer-keys");
        this.master = new SecretKeySpec(masterKey, "AES");
    }

    /** A person's key, unwrapped; never logged. */
    record PersonKey(String id, byte[] bytes) {
        @Override
        public String toString() {
            return "PersonKey[" + id + "]";
        }
    }

    /** The customer's key, made when there is none. Two who make it at once get the same. */
    PersonKey ensured(String customerId) {
        Optional<PersonKey> there = find(customerId);
        if (there.isPresent()) {
            return there.get();
        }
        byte[] fresh = new byte[KEY];
        random.nextBytes(fresh);
        String keyId = keyId(customerId);
        try {
            keys.insertOne(new Document("_id", keyId)
                    .append("customer", customerId)
                    .append("wrapped", new Binary(wrap(keyId, fresh))));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
        return find(customerId).orElseThrow();
    }

    /** The customer's key; empty when there is none, or when it was destroyed. */
    Optional<PersonKey> find(String customerId) {
        String keyId = keyId(customerId);
        return Optional.ofNullable(keys.find(Filters.eq("_id", keyId)).first())
                .map(document -> new PersonKey(
                        keyId,
                        unwrap(keyId, document.get("wrapped", Binary.class).getData())));
    }

    private static String keyId(String customerId) {
        return "key-" + customerId;
    }

    private byte[] wrap(String keyId, byte[] key) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, keyId, nonce, key);
        byte[] wrapped = Arrays.copyOf(nonce, NONCE + text.length);
        System.arraycopy(text, 0, wrapped, NONCE, text.length);
        return wrapped;
    }

    private byte[] unwrap(String keyId, byte[] wrapped) {
        return run(
                Cipher.DECRYPT_MODE,
                keyId,
                Arrays.copyOf(wrapped, NONCE),
                Arrays.copyOfRange(wrapped, NONCE, wrapped.length));
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a person's key does not open: is the master key another one?", e);
        }
    }
}
