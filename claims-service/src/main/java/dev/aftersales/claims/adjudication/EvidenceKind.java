package dev.aftersales.claims.adjudication;

/** What a piece of evidence is (A4.2). */
public enum EvidenceKind {
    PHOTO,
    VIDEO,
    OTHER
}
