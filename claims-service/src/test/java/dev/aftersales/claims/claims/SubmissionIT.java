package dev.aftersales.claims.claims;

import static dev.aftersales.claims.GivenClaims.body;
import static dev.aftersales.claims.GivenClaims.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.chassis.contacts.Contact;
import dev.aftersales.chassis.contacts.ContactCipher;
import dev.aftersales.claims.GivenClaims;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.testing.Answer;
import dev.aftersales.testing.Api;
import dev.aftersales.testing.Message;
import dev.aftersales.testing.People;
import dev.aftersales.testing.ServiceIT;
import dev.aftersales.testing.TestIssuer;
import dev.aftersales.testing.Topics;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class SubmissionIT {

    @LocalServerPort
    int port;

    @Autowired
    EvidenceReservation reservation;

    @Autowired
    ContactCipher cipher;

    GivenClaims given;
    Api api;

    @BeforeEach
    void callTheService() {
        given = GivenClaims.at(port);
        api = Api.at(port);
    }

    @Test
    void admitsACompleteClaimToDiagnosisInTheWriteThatMakesIt() {
        // Given
        String serial = unique("S");
        String photo = given.photo(People.MARIA);
        String contract = given.contract(serial);

        // When
        Answer answer = given.submit(body(contract, photo, serial));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String id = answer.at("$.id");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/claims/" + id);
        assertThat(answer.<String>at("$.state")).isEqualTo("IN_DIAGNOSIS");
        Message submitted = Topics.awaitEvent("claims", "claims.claim-submitted.v1", id);
        assertThat(submitted.<String>at("$.lines[0].serial")).isEqualTo(serial);
        assertThat(submitted.<String>at("$.policyVersion")).isEqualTo("A-1");
        assertThat(submitted.header("ce_sequence")).isEqualTo("1");
        assertThat(submitted.text()).doesNotContain("does not start").doesNotContain("maria@");
        Message requested = Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", id);
        assertThat(requested.<List<String>>at("$.causes"))
                .contains("MATERIAL", "WATER_INGRESS", "UNKNOWN")
                .doesNotContain("SERIAL", "LIHGTNING")
                .isSorted();
        assertThat(requested.<String>at("$.evidenceIds[0]")).isEqualTo(photo);
        assertThat(given.timeline(id).<List<String>>at("$.entries[*].what"))
                .containsExactly("SUBMITTED", "ADMITTED_TO_DIAGNOSIS");
    }

    @Test
    void takesAUnitAndAFaultForTheSameInWhateverLettersTheyAreTyped() {
        // Given
        String serial = unique("S");
        String typed = " " + serial.toLowerCase(Locale.ROOT) + " ";
        String contract = given.contract(serial);
        String bySerials = body(contract, given.photo(People.MARIA), typed).replace("\"E-42\"", "\" e-42\"");
        String byLines = body(contract, given.photo(People.MARIA), typed)
                .replace("\"serials\":[\"" + typed + "\"]", "\"lines\":[{\"serial\":\"" + typed + "\"}]");

        // When
        String claim = given.submit(bySerials).at("$.id");
        String other = given.submit(byLines).at("$.id");

        // Then
        Answer shown = given.claim(claim);
        assertThat(shown.<String>at("$.state")).as(shown.toString()).isEqualTo("IN_DIAGNOSIS");
        assertThat(shown.<List<String>>at("$.lines[*].serial")).containsExactly(serial);
        assertThat(shown.<String>at("$.faultCode")).isEqualTo("E-42");
        assertThat(given.claim(other).<List<String>>at("$.lines[*].serial")).containsExactly(serial);
        Message submitted = Topics.awaitEvent("claims", "claims.claim-submitted.v1", claim);
        assertThat(submitted.<String>at("$.lines[0].serial")).isEqualTo(serial);
        assertThat(submitted.<String>at("$.faultCode")).isEqualTo("E-42");
    }

    /** Quantities are counted by their model alone: in other letters it would be another batch. */
    @ParameterizedTest
    @ValueSource(strings = {"x1", "X1 ", " x1"})
    void takesAModelForTheSameInWhateverLettersItIsTyped(String typed) {
        // Given
        String serial = unique("S");
        String bySerials = body(given.contract(serial), given.photo(People.MARIA), serial)
                .replace("\"model\":\"X1\"", "\"model\":\"" + typed + "\"");
        String byQuantity = bySerials
                .replace("\"serials\":[\"" + serial + "\"]", "\"lines\":[{\"quantity\":6}]")
                .replaceFirst("\"evidenceIds\":\\[.*]", "\"evidenceIds\":[]");

        // When
        Answer unit = given.submit(bySerials);
        Answer quantity = given.submit(byQuantity);

        // Then
        assertThat(unit.status()).as(unit.toString()).isEqualTo(201);
        assertThat(quantity.status()).as(quantity.toString()).isEqualTo(201);
        for (Answer submitted : List.of(unit, quantity)) {
            String claim = submitted.at("$.id");
            assertThat(given.claim(claim).<String>at("$.model")).isEqualTo("X1");
            assertThat(Topics.awaitEvent("claims", "claims.claim-submitted.v1", claim)
                            .<String>at("$.model"))
                    .isEqualTo("X1");
        }
    }

    @Test
    void refusesAModelOfBlanks() {
        Answer refused = given.submit(body("C", null, unique("S")).replace("\"X1\"", "\" \u00a0\""));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.<String>at("$.errors[0].field")).isEqualTo("model");
    }

    @Test
    void refusesAUnitThatStandsThereTwiceInDifferentLetters() {
        // Given
        String serial = unique("S");

        // When
        Answer refused = given.submit(
                body(given.contract(serial), given.photo(People.MARIA), serial, serial.toLowerCase(Locale.ROOT)));

        // Then
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.<String>at("$.errors[0].rule")).isEqualTo("distinct");
    }

    @Test
    void decidesWhatIsOutOfTermAtOnceAndOffersAQuote() {
        // Given
        String serial = unique("S");

        // When
        Answer answer = given.submit(body(given.expiredContract(serial), given.photo(People.MARIA), serial));

        // Then
        String id = answer.at("$.id");
        assertThat(answer.<String>at("$.state")).isEqualTo("NOT_COVERED");
        Message decided = Topics.awaitEvent("claims", "claims.coverage-decided.v1", id);
        assertThat(decided.<String>at("$.lines[0].verdict")).isEqualTo("NOT_COVERED_OFFER_QUOTE");
        assertThat(decided.<String>at("$.lines[0].quoteRoute")).isEqualTo("/api/v1/claims/" + id + "/quote");
        assertThat(decided.<List<String>>at("$.lines[0].clauses")).contains("A3.1", "A1.3");
        Answer decision = api.as(People.MARIA).get("/api/v1/claims/" + id + "/decision");
        assertThat(decision.<String>at("$.explanations[0].id"))
                .isEqualTo(decided.<String>at("$.lines[0].explanationId"));
        assertThat(decision.<String>at("$.explanations[0].text")).contains("A3.1");
        assertThat(decision.<List<String>>at("$.explanations[0].citations[*].clause"))
                .contains("A3.1");
    }

    @Test
    void asksForWhatThePolicyNeedsBeforeItJudges() {
        // Given
        String serial = unique("S");

        // When
        Answer answer = given.submit(body(given.contract(serial), null, serial));

        // Then
        assertThat(answer.<String>at("$.state")).isEqualTo("AWAITING_EVIDENCE");
        Message requested = Topics.awaitEvent("claims", "claims.evidence-requested.v1", answer.at("$.id"));
        assertThat(requested.<String>at("$.items[0].item")).isEqualTo("PHOTO_OR_VIDEO");
        assertThat(requested.<String>at("$.items[0].clause")).isEqualTo("A4.2");
    }

    @Test
    void givesTheVerySameAnswerToARepetition() {
        // Given
        String serial = unique("S");
        String key = unique("key");
        String body = body(given.contract(serial), given.photo(People.MARIA), serial);
        Answer first = given.submit(People.MARIA, key, body);

        // When
        Answer second = given.submit(People.MARIA, key, body.replace(",", " ,\n "));

        // Then
        assertThat(second.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void makesOneClaimOfFiftyEqualRequestsAtOnce() throws Exception {
        // Given
        String serial = unique("S");
        String key = unique("key");
        String body = body(given.contract(serial), given.photo(People.MARIA), serial);
        List<Callable<Answer>> requests = IntStream.range(0, 50)
                .<Callable<Answer>>mapToObj(i -> () -> given.submit(People.MARIA, key, body))
                .toList();

        // When
        List<Future<Answer>> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            answers = threads.invokeAll(requests);
        }

        // Then
        Answer one = answers.getFirst().get();
        assertThat(one.status()).as(one.toString()).isEqualTo(201);
        for (Future<Answer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(201);
            assertThat(answer.get().text()).isEqualTo(one.text());
            assertThat(answer.get().header("Location")).isEqualTo(one.header("Location"));
        }
        String id = one.at("$.id");
        Topics.awaitEvent("claims", "claims.diagnosis-requested.v1", id);
        assertThat(Topics.about(id, "claims").stream()
                        .map(message -> message.header("ce_id"))
                        .distinct())
                .hasSize(2);
        Answer found = api.as(People.MARIA).get("/api/v1/claims?serial=" + serial);
        assertThat(found.<List<String>>at("$.items[*].id")).containsExactly(id);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        // Given
        String serial = unique("S");
        String key = unique("key");
        String body = body(given.contract(serial), given.photo(People.MARIA), serial);
        given.submit(People.MARIA, key, body);

        // When
        Answer other = given.submit(People.MARIA, key, body.replace("E-42", "E-43"));

        // Then
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.<String>at("$.type")).isEqualTo("urn:aftersales:problem:idempotency-key-reused");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" ", "with blank", "x256"})
    void refusesAClaimWithoutAUsableKey(String key) {
        // Given
        String value = "x256".equals(key) ? "x".repeat(256) : key;
        Api caller = value == null ? api.as(People.MARIA) : api.as(People.MARIA).with("Idempotency-Key", value);

        // When
        Answer answer = caller.post("/api/v1/claims", body("C-1", null, "S-1"));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.<String>at("$.type")).startsWith("urn:aftersales:problem:idempotency-key-");
    }

    @Test
    void keepsTheKeysOfTwoPeopleApart() {
        // Given
        String key = unique("key");
        String marias = unique("S");
        String chens = unique("S");
        Answer first = given.submit(People.MARIA, key, body(given.contract(marias), given.photo(People.MARIA), marias));

        // When
        Answer second = given.submit(
                People.CHEN,
                key,
                body(given.contract("pacific", LocalDate.parse("2026-10-01"), chens), given.photo(People.CHEN), chens));

        // Then
        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.<String>at("$.id")).isNotEqualTo(first.<String>at("$.id"));
    }

    @Test
    void finishesAClaimThatACrashLeftAfterTheReservationOfItsEvidence() {
        // Given
        String serial = unique("S");
        String key = unique("key");
        String photo = given.photo(People.MARIA);
        String id = ClaimId.of("exporter", "maria", new IdempotencyKey(key));
        reservation.reserve(id, "exporter", "nordwind", false, List.of(photo));

        // When
        Answer answer = given.submit(People.MARIA, key, body(given.contract(serial), photo, serial));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.<String>at("$.id")).isEqualTo(id);
    }

    @Test
    void refusesEvidenceThatAnotherClaimNames() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        String photo = given.photo(People.MARIA);
        given.submit(body(contract, photo, serial));

        // When
        Answer answer = given.submit(body(contract, photo, serial));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:evidence-unusable");
        assertThat(answer.<List<String>>at("$.evidenceIds")).containsExactly(photo);
    }

    @Test
    void refusesEvidenceOfAnotherCompanyInTheWordsForWhatIsMissing() {
        // Given
        String serial = unique("S");
        String contract = given.contract(serial);
        String chens = given.photo(People.CHEN);

        // When
        Answer foreign = given.submit(body(contract, chens, serial));
        Answer missing = given.submit(body(contract, "evd-none", serial));

        // Then
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.text().replace(chens, "X")).isEqualTo(missing.text().replace("evd-none", "X"));
    }

    @Test
    void refusesAForeignContractInTheWordsForWhatIsMissing() {
        // Given
        String serial = unique("S");
        String foreign = given.contract("pacific", LocalDate.parse("2026-10-01"), serial);

        // When
        Answer ofOthers = given.submit(body(foreign, null, serial));
        Answer missing = given.submit(body("C-none", null, serial));

        // Then
        assertThat(ofOthers.status()).isEqualTo(422);
        assertThat(ofOthers.<String>at("$.field")).isEqualTo("contractNumber");
        assertThat(ofOthers.text().replace(foreign, "X"))
                .isEqualTo(missing.text().replace("C-none", "X"));
    }

    @Test
    void sealsTheContactAndTellsItBeforeTheClaim() {
        // Given
        String person = unique("p");
        Api caller = api.withToken(TestIssuer.shared()
                .token(person)
                .org("nordwind")
                .vendors("exporter")
                .roles("customer")
                .name("Jo March")
                .email("jo@nordwind.example")
                .locale("zh")
                .sign());
        String serial = unique("S");

        // When
        Answer answer =
                caller.with("Idempotency-Key", "k").post("/api/v1/claims", body(given.contract(serial), null, serial));

        // Then
        Message submitted = Topics.awaitEvent("claims", "claims.claim-submitted.v1", answer.at("$.id"));
        String customer = submitted.at("$.customer.id");
        assertThat(submitted.<Integer>at("$.customer.contactVersion")).isEqualTo(1);
        Message updated = Topics.awaitEvent("customers", "customers.customer-updated.v1", customer);
        Answer key = api.as(People.FELLOW).get("/internal/v1/customer-keys/" + customer);
        assertThat(key.<String>at("$.keyId")).isEqualTo(updated.<String>at("$.keyId"));
        Contact contact = cipher.open(
                customer, updated.at("$.cipher"), Base64.getDecoder().decode(key.<String>at("$.key")));
        assertThat(contact.equals(new Contact("Jo March", "jo@nordwind.example", null, null, "zh")))
                .isTrue();
    }

    @Test
    void asksForAContactWhereTheTokenNamesNoAddress() {
        // Given
        Api caller = api.withToken(TestIssuer.shared()
                .token(unique("p"))
                .org("nordwind")
                .vendors("exporter")
                .roles("customer")
                .with("email", null)
                .sign());
        String serial = unique("S");
        String body = body(given.contract(serial), null, serial);

        // When
        Answer refused = caller.with("Idempotency-Key", "k").post("/api/v1/claims", body);
        Answer put = caller.put(
                "/api/v1/customers/me", "{\"name\":\"Jo\",\"email\":\"jo@nordwind.example\",\"language\":\"en\"}");
        Answer accepted = caller.with("Idempotency-Key", "k").post("/api/v1/claims", body);

        // Then
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.<String>at("$.type")).isEqualTo("urn:aftersales:problem:contact-needed");
        assertThat(refused.<String>at("$.next")).isEqualTo("/api/v1/customers/me");
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"serials\":[\"%s\"]', serials[0]",
        "'\"lines\":[{\"quantity\":1},{\"serial\":\"%s\"}]', lines[1].serial"
    })
    void refusesAUnitOfAnotherModelThanIsClaimed(String lines, String field) {
        // Given
        String serial = unique("S");
        String body = body(given.contract(serial), null, serial)
                .replace("\"model\":\"X1\"", "\"model\":\"X2\"")
                .replace("\"serials\":[\"%s\"]".formatted(serial), lines.formatted(serial));

        // When
        Answer answer = given.submit(body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:model-mismatch");
        assertThat(answer.<String>at("$.field")).isEqualTo(field);
        assertThat(answer.<String>at("$.detail")).contains(serial + " is of model X1");
    }

    @Test
    void saysThatAVendorWithoutPolicyTakesNoClaims() {
        // Given
        String serial = unique("S");
        String number = unique("C");
        Api newcomer =
                Api.at(port).withToken(People.CARL.claims().vendors("newcomer").sign());
        api.withToken(People.VERA.claims().vendors("newcomer").sign())
                .put("/api/v1/contracts/" + number, """
                        {"organisation":"nordwind","shipments":[{"billOfLading":"BL-1","date":"2026-10-01",\
                        "units":[{"serial":"%s","model":"X1","itemClass":"MAIN_UNIT"}]}]}""".formatted(serial));

        // When
        Answer answer =
                newcomer.with("Idempotency-Key", unique("key")).post("/api/v1/claims", body(number, null, serial));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.<String>at("$.type")).isEqualTo("urn:aftersales:problem:no-policy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"contractNumber\":\"C\",\"model\":\"X1\",\"faultCode\":\"E\",\"description\":\"d\"}",
                "{\"contractNumber\":\"C\",\"model\":\"X1\",\"faultCode\":\"E\",\"description\":\"d\",\"serials\":[\"S\",\"S\"]}",
                "{\"contractNumber\":\"C\",\"model\":\"X1\",\"faultCode\":\"E\",\"description\":\"d\",\"lines\":[{}]}",
                "{\"contractNumber\":\"C\",\"model\":\"X1\",\"faultCode\":\"E\",\"description\":\"d\",\"lines\":[{\"serial\":\"S\",\"quantity\":2}]}",
                "{\"contractNumber\":\"C\",\"model\":\"X1\",\"faultCode\":\"E\",\"description\":\"d\",\"serials\":[\"S\"],\"surprise\":1}"
            })
    void namesTheFieldThatBreaksARule(String body) {
        // When
        Answer answer = given.submit(body);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.<List<String>>at("$.errors[*].field")).isNotEmpty();
    }
}
