package dev.aftersales.claims.contracts;

/**
 * That a vendor sold units of a model, or once entered a contract that said so. It is kept before the contract is, and
 * never taken back: whether a contract still has the model is to be asked of the contracts.
 */
record SoldModel(String vendor, String model) {

    String id() {
        return vendor + "/" + model;
    }
}
