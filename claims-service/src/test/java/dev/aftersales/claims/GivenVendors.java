package dev.aftersales.claims;

import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.People;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Claims against vendors whose policies ask for more than the exporter's does. */
public final class GivenVendors {

    /** A month ago. */
    public static final LocalDate BOUGHT = LocalDate.now(ZoneOffset.UTC).minusMonths(1);

    private final Api api;

    private GivenVendors(Api api) {
        this.api = api;
    }

    public static GivenVendors at(int port) {
        return new GivenVendors(Api.at(port));
    }

    /**
     * A unit that was sold to the customer.
     *
     * @param more of the unit: attributes, papers
     */
    public String sold(People vendorOps, String organisation, String serial, String model, String more) {
        String number = unique("C");
        Answer answer =
                api.as(vendorOps).put("/api/v1/contracts/" + number, """
                        {"organisation":"%s","shipments":[{"units":[
                          {"serial":"%s","model":"%s","itemClass":"MAIN_UNIT"%s}]}]}""".formatted(organisation, serial, model, more));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return number;
    }

    /** What a customer of the repair shops sends at first: no contract number, no papers. */
    public Answer claimAtTheShops(String serial, String more) {
        return submit(People.LIN, serial, "SA-35", more);
    }

    /** A unit of the repair shops that was bought a month ago. */
    public String soldByTheShops(String serial) {
        return sold(
                People.SHEN,
                "hualin",
                serial,
                "SA-35",
                ",\"attributes\":{\"indoorBarcode\":\"690001\",\"outdoorBarcode\":\"690002\",\"serialGenuine\":\"YES\"}");
    }

    public Answer submit(People customer, String serial, String model, String more) {
        return api.as(customer).with("Idempotency-Key", unique("key")).post("/api/v1/claims", """
                {"model":"%s","serials":["%s"],"faultCode":"E-42","description":"It does not start."%s}""".formatted(
                        model, serial, more));
    }

    /** The two papers that the repair shops ask for, as a part of a body. */
    public static String papers(String photo) {
        return """
                "documents":[
                  {"kind":"WARRANTY_CARD","number":"W-1","date":"%1$s","evidenceId":"%2$s",
                   "attributes":{"indoorBarcode":"690001","outdoorBarcode":"690002"}},
                  {"kind":"INVOICE","number":"I-1","date":"%1$s","evidenceId":"%2$s"}]""".formatted(BOUGHT, photo);
    }
}
