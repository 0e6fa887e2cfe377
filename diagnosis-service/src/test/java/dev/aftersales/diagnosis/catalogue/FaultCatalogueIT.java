package dev.aftersales.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.contracts.EventTypes;
import dev.aftersales.contracts.events.catalogue.FaultCodeEntered;
import dev.aftersales.diagnosis.Faults;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class FaultCatalogueIT {

    private static final String ENTRIES = "/api/v1/fault-catalogue";

    @LocalServerPort
    int port;

    Api petra;

    @BeforeEach
    void connect() {
        petra = Api.at(port).as(People.PETRA);
    }

    @Test
    void keepsMoneyToTheLastDigit() {
        Answer put = put(Faults.freshCode(), Faults.body("0.1000", "999999999999.99", 1));

        assertThat(put.<String>at("$.parts[0].value.amount")).isEqualTo("0.1000");
        assertThat(put.<String>at("$.valueCap.amount")).isEqualTo("999999999999.99");
    }

    @Test
    void numbersVersionsAndSaysWhoWroteThem() {
        String code = Faults.freshCode();

        Answer first = put(code, Faults.body(1));
        Answer same = put(code, Faults.body(1));
        Answer second = put(code, Faults.body(2));

        assertThat(List.of(first.status(), same.status(), second.status())).containsExactly(201, 200, 200);
        assertThat(same.<Integer>at("$.version")).isEqualTo(1);
        assertThat(second.<Integer>at("$.version")).isEqualTo(2);
        assertThat(second.<List<String>>at("$.history[*].by")).containsExactly("petra", "petra");
        assertThat(second.<List<String>>at("$.history[*].at")).hasSize(2);
    }

    @Test
    void hasOneEntryOfACodeInWhateverLettersItIsTyped() {
        String code = Faults.freshCode();
        String known = Faults.freshCode();
        String family = ",\"family\":\"%s\"}";
        String body = Faults.body(1).strip();
        body = body.substring(0, body.length() - 1);
        String typed = body.replace("[\"WP-400\"]", "[\"wp-400 \", \"WP-400\"]");

        Answer first = put(
                code.toLowerCase(Locale.ROOT) + "%20", typed + family.formatted(" " + known.toLowerCase(Locale.ROOT)));
        Answer same = put(code, body + family.formatted(known));

        assertThat(first.<String>at("$.code")).isEqualTo(code);
        assertThat(first.<String>at("$.family")).isEqualTo(known);
        assertThat(first.<List<String>>at("$.models")).containsExactly("WP-400");
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.<Integer>at("$.version")).isEqualTo(1);
        Message told =
                Topics.awaitEvent("fault-catalogue", EventTypes.typeOf(FaultCodeEntered.class), "exporter/" + code);
        assertThat(told.<String>at("$.code")).isEqualTo(code);
        assertThat(told.<String>at("$.family")).isEqualTo(known);
    }

    @Test
    void losesNoConcurrentVersion() {
        String code = Faults.freshCode();

        IntStream.rangeClosed(1, 8)
                .mapToObj(limit -> CompletableFuture.supplyAsync(() -> put(code, Faults.body(limit))))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(put(code, Faults.body(99)).<Integer>at("$.version")).isEqualTo(9);
    }

    @Test
    void takesAnEntryWhosePartsExceedTheCap() {
        assertThat(put(Faults.freshCode(), Faults.body("60.00", "50.00", 1)).status())
                .isEqualTo(201);
    }

    @Test
    void refusesEntriesThatContradictThemselves() {
        String two = Faults.body(1).replaceFirst("EUR", "CNY");
        refused(422, "one-currency", put(Faults.freshCode(), two));
        String none = Faults.body(1).replaceFirst("\"parts\":\\[.*?\\],", "\"parts\":[],");
        refused(422, "parts-needed", put(Faults.freshCode(), none));
    }

    @Test
    void refusesFieldsThatBreakTheirRule() {
        refused(400, "invalid", put(Faults.freshCode(), Faults.body("-1.00", "50.00", 1)));
        refused(400, "invalid", put(Faults.freshCode(), Faults.body("1e9", "50.00", 1)));
        refused(400, "invalid", put(Faults.freshCode(), Faults.body(-1)));
        refused(400, "invalid", put(Faults.freshCode(), Faults.body(1).replace("WORKMANSHIP", "who knows")));
        refused(400, "invalid", put(Faults.freshCode(), Faults.body(1).replace("SIMPLE", "MIDDLING")));
        refused(400, "invalid", put(Faults.freshCode(), Faults.body(1).replace("models", "modells")));
        refused(400, "invalid", put(Faults.freshCode(), "{}"));
        refused(422, "bad-fault-code", put("%20", Faults.body(1)));
    }

    @Test
    void keepsTheCataloguesOfVendorsApart() {
        String code = Faults.known(petra, Faults.body(1));

        Answer theirs = Api.at(port).as(People.PIA).put(ENTRIES + "/" + code, Faults.body(5));

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(put(code, Faults.body(1)).<Integer>at("$.version")).isEqualTo(1);
        refused(404, "not-found", petra.get(ENTRIES + "?vendor=agency"));
        refused(404, "not-found", petra.put(ENTRIES + "/" + code + "?vendor=agency", Faults.body(1)));
    }

    @Test
    void listsByCodePageByPage() {
        List<String> known = IntStream.range(0, 3)
                .mapToObj(i -> Faults.known(petra, Faults.body(1)))
                .sorted()
                .toList();

        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            Answer page = petra.get(ENTRIES + "?limit=2" + next);
            paged.addAll(page.<List<String>>at("$.items[*].code"));
            next = page.text().contains("\"next\"") ? "&cursor=" + page.<String>at("$.next") : "";
        } while (!next.isEmpty());

        assertThat(paged).isSorted().doesNotHaveDuplicates().containsSubsequence(known);
        refused(400, "bad-cursor", petra.get(ENTRIES + "?cursor=***"));
    }

    private Answer put(String code, String body) {
        return petra.put(ENTRIES + "/" + code, body);
    }

    private static void refused(int status, String type, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:" + type);
    }
}
