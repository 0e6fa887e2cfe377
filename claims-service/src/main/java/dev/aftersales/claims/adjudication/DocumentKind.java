package dev.aftersales.claims.adjudication;

/** The dated papers that a warranty term may start from; a policy's anchor chain orders them (A1.1, reading A?2). */
public enum DocumentKind {
    BILL_OF_LADING,
    AIR_OR_ROAD_WAYBILL,
    CONTRACT_DELIVERY
}
