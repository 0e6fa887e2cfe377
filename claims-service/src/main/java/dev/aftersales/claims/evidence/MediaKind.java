package dev.aftersales.claims.evidence;

import dev.aftersales.claims.adjudication.EvidenceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of photo and video that are taken in: none of them is run by a browser. */
enum MediaKind {
    JPEG(EvidenceKind.PHOTO, "jpg", "image/jpeg"),
    PNG(EvidenceKind.PHOTO, "png", "image/png"),
    WEBP(EvidenceKind.PHOTO, "webp", "image/webp"),
    HEIC(EvidenceKind.PHOTO, "heic", "image/heic", "image/heif"),
    GIF(EvidenceKind.PHOTO, "gif", "image/gif"),
    MP4(EvidenceKind.VIDEO, "mp4", "video/mp4", "application/mp4", "video/x-m4v"),
    QUICKTIME(EvidenceKind.VIDEO, "mov", "video/quicktime"),
    WEBM(EvidenceKind.VIDEO, "webm", "video/webm"),
    MATROSKA(EvidenceKind.VIDEO, "mkv", "video/x-matroska", "application/x-matroska");

    private final EvidenceKind kind;
    private final String extension;
    private final List<String> detected;

    MediaKind(EvidenceKind kind, String extension, String... detected) {
        this.kind = kind;
        this.extension = extension;
        this.detected = List.of(detected);
    }

    /** The kind of a media type as sniffed; empty for what is not taken in. */
    static Optional<MediaKind> ofDetected(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.detected.contains(mediaType))
                .findFirst();
    }

    EvidenceKind kind() {
        return kind;
    }

    /** The media type that it is served as. */
    String mediaType() {
        return detected.getFirst();
    }

    String extension() {
        return extension;
    }
}
