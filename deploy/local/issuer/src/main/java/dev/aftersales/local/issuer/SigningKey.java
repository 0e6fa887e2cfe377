package dev.aftersales.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs the tokens, kept in a file so that tokens stay valid when the issuer restarts. */
final class SigningKey {

    private static final String FILE = "signing-key.json";

    private SigningKey() {}

    /**
     * The key of that directory, made at first use.
     *
     * @throws IOException if the directory cannot be written
     * @throws ParseException if the file holds something else than a key
     * @throws JOSEException if the platform has no RSA
     */
    static RSAKey in(Path directory) throws IOException, ParseException, JOSEException {
        Path file = directory.resolve(FILE);
        if (Files.exists(file)) {
            return RSAKey.parse(Files.readString(file));
        }
        RSAKey key = new RSAKeyGenerator(2048)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
        write(directory, file, key);
        return key;
    }

    /** Moved into place whole: a crash while writing must not leave half a key that no start can read. */
    private static void write(Path directory, Path file, RSAKey key) throws IOException {
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(directory, FILE, ".draft");
        FileStore store = Files.getFileStore(directory);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(draft, key.toJSONString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
