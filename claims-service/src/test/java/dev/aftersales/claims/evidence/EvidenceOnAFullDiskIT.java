package dev.aftersales.claims.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.aftersales.chassis.aggregate.AggregatesFactory;
import dev.aftersales.chassis.aggregate.StateMapper;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import dev.aftersales.chassis.store.Outages;
import dev.aftersales.local.store.EmbeddedStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

class EvidenceOnAFullDiskIT {

    private static final int DISK_MEGABYTES = 64;
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Caller MARIA =
            new Caller("maria", "nordwind", Set.of("exporter"), Set.of(Role.CUSTOMER), null, null, null);

    @TempDir
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "m", "small-disk", disk.toString()),
                "a small disk cannot be mounted here: only root on Linux may");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    @Test
    void anUploadThatRunsOutOfRoomIsRefusedAndLeavesNothing() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.at(disk);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("evidence");
            AggregatesFactory factory = new AggregatesFactory(
                    database,
                    new StateMapper(),
                    Clock.systemUTC(),
                    JsonMapper.shared(),
                    () -> null,
                    (type, id, vendor, pending) -> {});
            EvidenceFiles files = new EvidenceFiles(database, factory.collectionOf(UploadType.TYPE));
            EvidenceIntake intake = new EvidenceIntake(
                    factory.of(UploadType.TYPE), files, 2L * DISK_MEGABYTES * 1024 * 1024, Clock.systemUTC());

            Throwable failure = catchThrowable(() -> intake.take(MARIA, "exporter", upload()));

            assertThat(Outages.isOutOfSpace(failure)).isTrue();
            for (String collection : database.listCollectionNames()) {
                assertThat(database.getCollection(collection).find(new Document()))
                        .as(collection)
                        .isEmpty();
            }
        }
    }

    /** A photo as large as the disk. */
    private static MockHttpServletRequest upload() throws IOException {
        byte[] pixels = new byte[DISK_MEGABYTES * 1024 * 1024];
        new Random(1).nextBytes(pixels);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"fan.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(PNG_HEAD);
        body.write(pixels);
        body.write("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/evidence");
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(body.toByteArray());
        return request;
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }
}
