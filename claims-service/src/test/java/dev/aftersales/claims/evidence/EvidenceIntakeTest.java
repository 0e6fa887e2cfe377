package dev.aftersales.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.chassis.store.Outages;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class EvidenceIntakeTest {

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(2);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final Caller MARIA =
            new Caller("maria", "nordwind", Set.of("exporter"), Set.of(Role.CUSTOMER), null, null, null);

    @Test
    void waitsForAStoreThatIsAwayOnceOnly() {
        // Nothing listens on this port.
        try (MongoClient nowhere =
                MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=" + STORE_PATIENCE.toMillis())) {
            EvidenceIntake intake = intake(nowhere.getDatabase("evidence-without-store"));
            long begun = System.nanoTime();

            Throwable failure = catchThrowable(() -> intake.take(MARIA, "exporter", upload()));

            assertThat(Outages.isOutage(failure)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STORE_PATIENCE.multipliedBy(2));
        }
    }

    private static EvidenceIntake intake(MongoDatabase database) {
        AggregatesFactory factory = new AggregatesFactory(
                database,
                new StateMapper(),
                Clock.systemUTC(),
                JsonMapper.shared(),
                () -> null,
                (type, id, vendor, pending) -> {});
        EvidenceFiles files = new EvidenceFiles(database, factory.collectionOf(UploadType.TYPE));
        return new EvidenceIntake(factory.of(UploadType.TYPE), files, 1024, Clock.systemUTC());
    }

    private static MockHttpServletRequest upload() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/evidence");
        request.setContentType("multipart/form-data; boundary=x");
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fan.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[start.length + PNG.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(PNG, 0, body, start.length, PNG.length);
        System.arraycopy(end, 0, body, start.length + PNG.length, end.length);
        request.setContent(body);
        return request;
    }
}
