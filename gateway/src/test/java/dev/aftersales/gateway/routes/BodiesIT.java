package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aftersales.gateway.RunningGateway;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodiesIT extends RunningGateway {

    private static final int CHUNK = 64 * 1024;

    @Test
    void streamsAnUploadWhileTheClientStillSends() throws IOException {
        int chunks = 64;
        try (Socket client = new Socket("127.0.0.1", port)) {
            OutputStream out = client.getOutputStream();
            head(out, "/api/v1/evidence", "multipart/form-data; boundary=x", "Content-Length: " + chunks * CHUNK);
            out.write(new byte[CHUNK * chunks / 2]);
            out.flush();

            await().until(() -> CLAIMS.bytesRead() >= CHUNK * chunks / 2 - CHUNK);
            assertThat(CLAIMS.seen()).isEmpty();

            out.write(new byte[CHUNK * chunks / 2]);
            assertThat(statusOf(client.getInputStream())).startsWith("HTTP/1.1 200");
        }
        assertThat(CLAIMS.seen()).singleElement().satisfies(upload -> assertThat(upload.bodyBytes())
                .isEqualTo((long) chunks * CHUNK));
    }

    @Test
    void letsEvidenceLastLongerThanOtherRequests() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            OutputStream out = client.getOutputStream();
            head(out, "/api/v1/evidence", "multipart/form-data; boundary=x", "Content-Length: 10");
            out.write(new byte[5]);
            out.flush();
            long begun = System.nanoTime();

            await().until(() -> System.nanoTime() - begun > 2_000_000_000L);

            out.write(new byte[5]);
            assertThat(statusOf(client.getInputStream())).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusesJsonThatSaysItIsTooLargeBeforeItIsSent() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            head(client.getOutputStream(), "/api/v1/claims", "application/json", "Content-Length: 1048577");

            assertThat(statusOf(client.getInputStream())).startsWith("HTTP/1.1 413");
        }
        assertThat(seen()).isEmpty();
    }

    @Test
    void refusesJsonThatTurnsOutTooLarge() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            OutputStream out = client.getOutputStream();
            head(out, "/api/v1/claims", "application/json", "Transfer-Encoding: chunked");
            for (int sent = 0; sent <= 1024 * 1024; sent += CHUNK) {
                out.write((Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[CHUNK]);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();

            assertThat(statusOf(client.getInputStream())).startsWith("HTTP/1.1 413");
        }
        assertThat(seen()).isEmpty();
    }

    @Test
    void takesJsonUpToItsLimit() {
        Answer answer = gateway().as(People.MARIA).post("/api/v1/claims", "x".repeat(1024 * 1024));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesEvidenceBeyondItsLimit() throws IOException {
        try (Socket client = new Socket("127.0.0.1", port)) {
            head(client.getOutputStream(), "/api/v1/evidence", "image/jpeg", "Content-Length: 220200961");

            assertThat(statusOf(client.getInputStream())).startsWith("HTTP/1.1 413");
        }
        assertThat(seen()).isEmpty();
    }

    private static void head(OutputStream out, String path, String contentType, String length) throws IOException {
        out.write(
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: %s\r
                %s\r
                \r
                """.formatted(path, People.MARIA.bearer(), contentType, length).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String statusOf(InputStream answer) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answer.read(); next >= 0 && next != '\r'; next = answer.read()) {
            line.append((char) next);
        }
        return line.toString();
    }
}
