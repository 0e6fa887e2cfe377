package dev.aftersales.local.issuer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens: the partners, the services that call a fellow, and the portal in the browser. */
@Configuration(proxyBeanMethods = false)
class Clients {

    static final String VENDORS = "vendors";
    static final String ROLES = "roles";

    private static final List<String> FELLOWS = List.of("logistics-service", "notification-service");

    @Bean
    RegisteredClientRepository registeredClients(IssuerSettings settings, People people) {
        List<RegisteredClient> clients = new ArrayList<>();
        partners(people)
                .forEach((partner, vendors) ->
                        clients.add(machine(partner, people.password(), vendors, "partner", settings.tokenLifetime())));
        for (String fellow : FELLOWS) {
            clients.add(
                    machine(fellow, settings.serviceSecret(), people.vendors(), "service", settings.tokenLifetime()));
        }
        clients.add(portal(settings));
        return new FixedClients(clients);
    }

    /** Two carriers and a payment provider, with the vendors whom each works for. */
    private static Map<String, List<String>> partners(People people) {
        return Map.of(
                "carrier-one", List.of("exporter"),
                "carrier-two", List.of("shops", "agency", "online", "project"),
                "payment-one", people.vendors());
    }

    private static RegisteredClient machine(
            String id, String secret, List<String> vendors, String role, Duration lifetime) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder()
                        .setting(VENDORS, vendors)
                        .setting(ROLES, List.of(role))
                        .build())
                .tokenSettings(living(lifetime))
                .build();
    }

    /** A browser keeps no secret: the code is bound to the one who asked for it by a proof key (RFC 7636). */
    private static RegisteredClient portal(IssuerSettings settings) {
        String portal = settings.portal().toString();
        return RegisteredClient.withId("portal")
                .clientId("portal")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(portal + "/")
                .redirectUri(portal + "/login/callback")
                .redirectUri(portal + "/portal/")
                .redirectUri(portal + "/portal/callback")
                .postLogoutRedirectUri(portal + "/")
                .scope("openid")
                .scope("profile")
                .scope("email")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(living(settings.tokenLifetime()))
                .build();
    }

    private static TokenSettings living(Duration lifetime) {
        return TokenSettings.builder().accessTokenTimeToLive(lifetime).build();
    }
}
