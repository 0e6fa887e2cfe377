package dev.aftersales.claims.evidence;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.BsonString;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of evidence, in GridFS, read and written in pieces: no file is ever whole in memory or on local disk. */
final class EvidenceFiles {

    private static final Logger log = LoggerFactory.getLogger(EvidenceFiles.class);
    private static final int BUFFER = 64 * 1024;
    private static final int CHUNK = 1024 * 1024;

    private final GridFSBucket bucket;
    private final MongoCollection<Document> uploads;

    /** @param uploads the documents that stand for the files */
    EvidenceFiles(MongoDatabase database, MongoCollection<Document> uploads) {
        this.bucket = GridFSBuckets.create(database, "evidence").withChunkSizeBytes(CHUNK);
        this.uploads = uploads;
    }

    /** What was stored. */
    record Written(long size, String sha256) {}

    /** The content is larger than is allowed. */
    static final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /**
     * Stores a stream. When that fails, what was stored of it is the caller's to remove, by {@link #remove}.
     *
     * @throws TooLarge when it goes on after {@code limit} bytes
     */
    Written write(String id, InputStream content, long limit) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        GridFSUploadStream stream =
                bucket.openUploadStream(new BsonString(id), id, new GridFSUploadOptions().chunkSizeBytes(CHUNK));
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            digest.update(buffer, 0, read);
            stream.write(buffer, 0, read);
        }
        stream.close();
        return new Written(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Copies the content of that id. */
    void copy(String id, OutputStream to) throws IOException {
        try (InputStream content = bucket.openDownloadStream(new BsonString(id))) {
            content.transferTo(to);
        }
    }

    /** Removes the bytes, then the document that stands for them; repeatable. */
    void remove(String id) {
        try {
            bucket.delete(new BsonString(id));
        } catch (MongoGridFSException e) {
            // The file was never completed or is gone already; its pieces, if there were any, are removed all the same.
            log.atDebug().addKeyValue("evidence", id).log("No complete file to remove");
        }
        uploads.deleteOne(Filters.eq("_id", id));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
