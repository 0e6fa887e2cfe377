package dev.aftersales.local.seed;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What one vendor has sold, agreed, keeps in stock, charges, and knows of faults when the suite starts for the first time.
 *
 * @param vendor whose data it is
 * @param staff who enters it
 * @param contracts by number, with what is put under it
 * @param agreements likewise
 * @param faults entries of the fault catalogue, by code
 * @param tariff prices; the vendor's one tariff
 * @param receipts spare parts that arrive
 * @param addressees whom the warehouse ships to
 */
record FirstData(
        String vendor,
        Staff staff,
        List<Entry> contracts,
        List<Entry> agreements,
        List<Entry> faults,
        Entry tariff,
        List<Receipt> receipts,
        List<Addressee> addressees) {

    /** The people of a vendor who may enter its data; logins at the issuer. */
    record Staff(String vendorOps, String policyAdmin, String finance, String warehouse) {}

    /** Something that is put under a key of its own. */
    record Entry(String key, Map<String, Object> body) {}

    /** Spare parts that arrive. */
    record Receipt(String part, int quantity) {
        String reference() {
            return "first-stock-" + part;
        }
    }

    /**
     * A customer's postal address, where the customer has not said one.
     *
     * @param person login at the issuer
     * @param body what is put as the customer's contact; name, mail address and language are the issuer's
     */
    record Addressee(String person, Map<String, Object> body) {

        static Addressee of(String person, String organisation, String name, String language, Postal postal) {
            return new Addressee(
                    person,
                    Map.of(
                            "name",
                            name,
                            "email",
                            person + "@" + organisation + ".example",
                            "language",
                            language,
                            "address",
                            Map.of(
                                    "recipient", name,
                                    "street", postal.street(),
                                    "city", postal.city(),
                                    "postalCode", postal.code(),
                                    "country", postal.country())));
        }
    }

    /** Where post goes. */
    record Postal(String street, String city, String code, String country) {}

    /** Of all five vendors, as of that day. */
    static List<FirstData> of(LocalDate today) {
        return List.of(
                Exporter.data(today), Shops.data(today), Agency.data(today), Online.data(today), Project.data(today));
    }

    static List<FirstData> ofToday() {
        return of(LocalDate.now(ZoneOffset.UTC));
    }
}
