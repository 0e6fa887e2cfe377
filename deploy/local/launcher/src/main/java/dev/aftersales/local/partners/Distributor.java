package dev.aftersales.local.partners;

import dev.aftersales.local.gateway.Answer;
import dev.aftersales.local.gateway.Gateway;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A customer of the exporter, whose units of one production lot fail one after the other: 23 of them by now, and 30 would
 * be a batch (A4.7). They are claimed once, also where the demo is started again.
 */
final class Distributor {

    private static final String PERSON = "chen";
    private static final String CLAIMS = "/api/v1/claims";
    private static final int FIRST_SERIAL = 4001;

    /** How many units each claim is about. */
    private static final List<Integer> UNITS = List.of(4, 2, 7, 4, 6);

    /** One pixel; what it shows is in the words of the claim. */
    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Gateway gateway;
    private boolean claimed;

    Distributor(Gateway gateway) {
        this.gateway = gateway;
    }

    void claimWhatFailed() {
        if (claimed || !isKnown()) {
            return;
        }
        Answer before = gateway.get(PERSON, CLAIMS + "?limit=10");
        claimed = before.succeeded() && (before.body().path("items").size() >= UNITS.size() || claimEach());
    }

    /** The suite's first data is still being entered when this begins; the customer's address comes after all he bought. */
    private boolean isKnown() {
        return gateway.get(PERSON, "/api/v1/customers/me")
                .body()
                .path("address")
                .isObject();
    }

    private boolean claimEach() {
        boolean all = true;
        int serial = FIRST_SERIAL;
        for (int claim = 0; claim < UNITS.size(); claim++) {
            all &= claim(claim, serial, UNITS.get(claim));
            serial += UNITS.get(claim);
        }
        return all;
    }

    /** What was claimed before under the key is refused, because its photo is another. */
    private boolean claim(int number, int firstSerial, int units) {
        String photo = gateway.upload(PERSON, "/api/v1/evidence", "power-supply.png", PHOTO)
                .body()
                .path("id")
                .asString("");
        List<String> serials = IntStream.range(firstSerial, firstSerial + units)
                .mapToObj(serial -> String.format(Locale.ROOT, "PX200-%04d", serial))
                .toList();
        Answer answer = gateway.postOnce(
                PERSON,
                CLAIMS,
                "failing-lot-" + number,
                Map.of(
                        "contractNumber",
                        "PA-2026-0042",
                        "model",
                        "PX-200",
                        "serials",
                        serials,
                        "faultCode",
                        "E-110",
                        "description",
                        "电源无输出，无法开机",
                        "evidenceIds",
                        List.of(photo)));
        System.out.println("claimed " + units + " units: " + answer.status());
        return answer.succeeded() || answer.status() == 409 || answer.status() == 422;
    }
}
