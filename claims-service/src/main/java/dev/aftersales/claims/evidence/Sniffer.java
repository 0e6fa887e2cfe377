package dev.aftersales.claims.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tika.Tika;

/**
 * Tells what kind of photo or video bytes are, from the bytes alone. Tika tells the families apart; within two of them
 * the container's own header has the last word, because Tika looks at no more than its first bytes.
 */
final class Sniffer {

    /** How many of the first bytes are looked at. */
    static final int HEAD = 64 * 1024;

    /** Far more than an EBML header of any known writer. */
    private static final int EBML_HEADER = 256;

    private final Tika tika = new Tika();

    /** The kind, or empty for what is not taken in. */
    Optional<MediaKind> kindOf(byte[] head) {
        return MediaKind.ofDetected(tika.detect(head)).flatMap(kind -> switch (kind) {
            case QUICKTIME -> Optional.of(ofBrand(head));
            case MATROSKA, WEBM -> ofDocType(head);
            case JPEG, PNG, WEBP, HEIC, GIF, MP4 -> Optional.of(kind);
        });
    }

    /** ISO 14496-12: a file type box names the brand; "qt  " is QuickTime's own, and older movies have no such box. */
    private static MediaKind ofBrand(byte[] head) {
        boolean named = head.length >= 12 && latin(head, 4, 8).equals("ftyp");
        return named && !latin(head, 8, 12).equals("qt  ") ? MediaKind.MP4 : MediaKind.QUICKTIME;
    }

    /** RFC 8794: the EBML header names the document type in its element 0x4282. */
    private static Optional<MediaKind> ofDocType(byte[] head) {
        String header = latin(head, 0, Math.min(head.length, EBML_HEADER));
        int element = header.indexOf("\u0042\u0082");
        if (element < 0 || element + 3 > header.length()) {
            return Optional.empty();
        }
        String docType = header.substring(element + 3);
        if (docType.startsWith("webm")) {
            return Optional.of(MediaKind.WEBM);
        }
        return docType.startsWith("matroska") ? Optional.of(MediaKind.MATROSKA) : Optional.empty();
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
