package dev.aftersales.local.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** GridFS: files in pieces. */
class FilesContractTest extends StoreContract {

    @Test
    void keepsFiles() {
        GridFSBucket files = GridFSBuckets.create(database, "attachments");
        byte[] content = new byte[700_000];
        new Random(3).nextBytes(content);
        ObjectId id = files.uploadFromStream(
                "photo.jpg",
                new ByteArrayInputStream(content),
                new GridFSUploadOptions().metadata(new Document("claim", "c-1").append("hash", "abc")));
        files.uploadFromStream("other.txt", new ByteArrayInputStream(new byte[0]));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.downloadToStream(id, out);
        assertThat(Arrays.equals(out.toByteArray(), content)).isTrue();
        assertThat(files.find(eq("metadata.claim", "c-1")).first().getObjectId())
                .isEqualTo(id);
        files.delete(id);
        assertThatThrownBy(() -> files.downloadToStream(id, out)).isInstanceOf(MongoGridFSException.class);
        assertThat(database.getCollection("attachments.chunks").countDocuments())
                .isZero();
    }

    @Test
    void keepsAStreamUnderAnIdOfItsOwn() throws IOException {
        GridFSBucket files = evidence();
        byte[] content = content(5_000);
        try (GridFSUploadStream stream = upload(files, "e-1")) {
            stream.write(content, 0, 3_000);
            stream.write(content, 3_000, 2_000);
        }
        try (InputStream back = files.openDownloadStream(new BsonString("e-1"))) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
        assertThat(chunks()).isEqualTo(5);
        files.delete(new BsonString("e-1"));
        assertThat(chunks()).isZero();
        assertThatThrownBy(() -> files.openDownloadStream(new BsonString("e-1")))
                .isInstanceOf(MongoGridFSException.class);
    }

    @Test
    void keepsNothingOfAnAbortedStream() {
        GridFSUploadStream stream = upload(evidence(), "e-1");
        stream.write(content(3_000));
        assertThat(chunks()).isEqualTo(2);
        stream.abort();
        assertThat(chunks()).isZero();
    }

    @Test
    void removesThePiecesOfAStreamThatWasNeverClosed() {
        GridFSBucket files = evidence();
        upload(files, "e-1").write(content(3_000));
        assertThatThrownBy(() -> files.delete(new BsonString("e-1"))).isInstanceOf(MongoGridFSException.class);
        assertThat(chunks()).isZero();
    }

    private static GridFSBucket evidence() {
        return GridFSBuckets.create(database, "evidence").withChunkSizeBytes(1_024);
    }

    private static GridFSUploadStream upload(GridFSBucket files, String id) {
        return files.openUploadStream(new BsonString(id), id, new GridFSUploadOptions().chunkSizeBytes(1_024));
    }

    private static long chunks() {
        return database.getCollection("evidence.chunks").countDocuments();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(5).nextBytes(content);
        return content;
    }
}
