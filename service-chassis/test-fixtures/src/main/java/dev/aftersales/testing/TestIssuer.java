package dev.aftersales.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * An OpenID issuer for tests, on a free port of the loopback address: discovery, keys, and tokens of every kind that a
 * service has to tell apart. Its client credentials endpoint answers every caller with {@link People#FELLOW}'s token.
 */
public final class TestIssuer implements AutoCloseable {

    /** Where client credentials are exchanged, relative to {@link #uri()}. */
    static final String TOKEN_PATH = "/oauth2/token";

    private static final String KEY_ID = "test";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("test-issuer-", 0).factory());
    private final RSAKey key = newKey();
    private final RSAKey strangersKey = newKey();

    private TestIssuer(HttpServer server) {
        this.server = server;
    }

    /** The one issuer of this test JVM. */
    public static TestIssuer shared() {
        return Shared.ISSUER;
    }

    /** Starts another issuer, whose tokens no service under test trusts. */
    public static TestIssuer start() {
        try {
            TestIssuer issuer =
                    new TestIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
            issuer.serve();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer URI: {@code iss} of its tokens and the root of its discovery document. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token for {@code person}, valid for an hour, with no organisation, vendor or role unless they are added. */
    public TestToken token(String person) {
        return new TestToken(uri(), key, strangersKey, person);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve() {
        server.setExecutor(threads);
        answer("/.well-known/openid-configuration", this::discovery);
        answer("/jwks", () -> new JWKSet(key.toPublicJWK()).toString());
        answer(TOKEN_PATH, this::fellowToken);
        server.start();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","token_endpoint":"%1$s%2$s",\
                "authorization_endpoint":"%1$s/oauth2/authorize","response_types_supported":["code"],\
                "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(uri(), TOKEN_PATH);
    }

    private String fellowToken() {
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":3600}""".formatted(People.FELLOW.issuedBy(this).sign());
    }

    private void answer(String path, Supplier<String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(KEY_ID)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {
        private static final TestIssuer ISSUER = start();
    }
}
