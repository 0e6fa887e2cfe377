package dev.aftersales.local.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/** The file of the storage engine. A write that finds the disk full takes the reserve's room, or waits for some. */
final class PatientFile extends SingleFileStore {

    private final Reserve reserve;

    PatientFile(Map<String, Object> settings, Reserve reserve) {
        super(settings);
        this.reserve = reserve;
    }

    @Override
    protected void writeFully(SFChunk chunk, long position, ByteBuffer bytes) {
        while (true) {
            try {
                super.writeFully(chunk, position, bytes.duplicate());
                reserve.roomMade();
                return;
            } catch (MVStoreException e) {
                if (!wantsSpace(e) || !reserve.makeRoom()) {
                    throw e;
                }
            }
        }
    }

    /** A file system has nothing but words for it: those of Linux and macOS, of a quota, and of Windows. */
    private static boolean wantsSpace(MVStoreException failure) {
        String words = failure.getCause() instanceof IOException e && e.getMessage() != null
                ? e.getMessage().toLowerCase(Locale.ROOT)
                : "";
        return Stream.of("no space left", "quota", "not enough space").anyMatch(words::contains);
    }
}
