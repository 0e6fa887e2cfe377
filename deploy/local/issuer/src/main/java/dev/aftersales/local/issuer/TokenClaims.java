package dev.aftersales.local.issuer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Puts into a token what the services ask of it: who, of which company, for which vendors, in which roles. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** What every service expects in {@code aud}. */
    static final String AUDIENCE = "aftersales";

    private final People people;

    TokenClaims(People people) {
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        String id = Objects.requireNonNull(context.<Authentication>getPrincipal(), "no principal")
                .getName();
        JwtClaimsSet.Builder claims = context.getClaims();
        if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
            people.withId(id).ifPresent(person -> describe(claims, id, person));
            return;
        }
        claims.audience(List.of(AUDIENCE));
        people.withId(id)
                .ifPresentOrElse(person -> authorise(claims, id, person), () -> authoriseClient(claims, context));
    }

    /** Everything that a person's access token says. */
    static void authorise(JwtClaimsSet.Builder claims, String id, Person person) {
        describe(claims, id, person);
        if (person.org() != null) {
            claims.claim("org", person.org());
        }
        claims.claim("vendors", person.vendors());
        claims.claim("roles", person.roles());
    }

    private static void describe(JwtClaimsSet.Builder claims, String id, Person person) {
        claims.subject(id)
                .claim("name", person.name())
                .claim("email", person.email(id))
                .claim("locale", person.language());
    }

    private static void authoriseClient(JwtClaimsSet.Builder claims, JwtEncodingContext context) {
        Map<String, Object> granted =
                context.getRegisteredClient().getClientSettings().getSettings();
        for (String claim : List.of(Clients.VENDORS, Clients.ROLES)) {
            Object value = granted.get(claim);
            if (value != null) {
                claims.claim(claim, value);
            }
        }
    }
}
