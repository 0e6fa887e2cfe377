package dev.aftersales.claims.evidence;

/**
 * What was uploaded.
 *
 * @param type as sniffed from the bytes, never as the client says
 * @param size in bytes
 * @param sha256 hexadecimal digits
 */
record Content(MediaKind type, long size, String sha256) {}
