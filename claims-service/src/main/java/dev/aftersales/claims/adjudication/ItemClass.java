package dev.aftersales.claims.adjudication;

/** What kind of thing was sold, in the vocabulary that policies choose from (A1.2). */
public enum ItemClass {
    MAIN_UNIT,
    STANDARD_ACCESSORY,
    OPTIONAL_ACCESSORY,
    CONSUMABLE,
    SPARE_PART
}
