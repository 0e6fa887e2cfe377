package dev.aftersales.chassis.contacts;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals and opens contact snapshots: AES-256-GCM, a fresh 12-byte nonce before the text, the customer id as associated
 * data, so that a snapshot cannot be passed off as another person's.
 */
public final class ContactCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    public ContactCipher(JsonMapper json) {
        this.json = json;
    }

    /** The sealed contact, Base64. */
    public String seal(String customerId, Contact contact, byte[] key) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = run(Cipher.ENCRYPT_MODE, customerId, key, nonce, json.writeValueAsBytes(contact));
        byte[] sealed = Arrays.copyOf(nonce, NONCE + text.length);
        System.arraycopy(text, 0, sealed, NONCE, text.length);
        return Base64.getEncoder().encodeToString(sealed);
    }

    /** The contact that was sealed for this customer with this key. */
    public Contact open(String customerId, String sealed, byte[] key) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        byte[] text = run(
                Cipher.DECRYPT_MODE,
                customerId,
                key,
                Arrays.copyOf(bytes, NONCE),
                Arrays.copyOfRange(bytes, NONCE, bytes.length));
        return json.readValue(text, Contact.class);
    }

    private static byte[] run(int mode, String customerId, byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(customerId.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a contact snapshot could not be sealed or opened", e);
        }
    }
}
