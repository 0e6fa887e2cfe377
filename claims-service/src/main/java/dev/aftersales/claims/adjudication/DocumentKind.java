package dev.aftersales.claims.adjudication;

/** The dated papers that a warranty term may start from or that a policy asks for; anchor chains order them. */
public enum DocumentKind {
    BILL_OF_LADING,
    AIR_OR_ROAD_WAYBILL,
    CONTRACT_DELIVERY,
    INVOICE,
    PURCHASE_CERTIFICATE,
    WARRANTY_CARD,
    SHIPMENT,
    DELIVERY,
    PROJECT_ACCEPTANCE
}
