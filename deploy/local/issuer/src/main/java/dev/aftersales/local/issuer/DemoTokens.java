package dev.aftersales.local.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A token for one line of {@code curl}: a short cut of the local platform that no real issuer offers. */
@RestController
class DemoTokens {

    private final IssuerSettings settings;
    private final People people;
    private final JwtEncoder encoder;
    private final Clock clock;

    DemoTokens(IssuerSettings settings, People people, JwtEncoder encoder, Clock clock) {
        this.settings = settings;
        this.people = people;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** The raw access token as text, or a 401 problem that does not say which of the two was wrong. */
    @PostMapping("/demo/tokens")
    ResponseEntity<?> token(
            @RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password) {
        return people.login(username, password)
                .<ResponseEntity<?>>map(person ->
                        ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(encoded(username, person)))
                .orElseGet(DemoTokens::refusal);
    }

    private String encoded(String id, Person person) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(settings.uri().toString())
                .audience(List.of(TokenClaims.AUDIENCE))
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(settings.tokenLifetime()));
        TokenClaims.authorise(claims, id, person);
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.RS256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims.build())).getTokenValue();
    }

    private static ResponseEntity<ProblemDetail> refusal() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNAUTHORIZED,
                "Nobody here has this user name and password. Send the form fields username and password, "
                        + "for example username=maria and password=demo.");
        problem.setType(URI.create("urn:aftersales:problem:wrong-login"));
        problem.setTitle("Wrong user name or password");
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
