package dev.aftersales.contracts.events.claims;

/** Who is told of a deadline: the customer, or those of the vendor who have a role. */
public enum Addressee {
    CUSTOMER,
    AGENT,
    TECHNICIAN,
    WAREHOUSE,
    ACCOUNT_MANAGER,
    VENDOR_OPS
}
