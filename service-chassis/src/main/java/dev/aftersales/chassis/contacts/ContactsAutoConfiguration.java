package dev.aftersales.chassis.contacts;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.client.RequestAttributePrincipalResolver;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The contact book of a service that says where claims-service is; the cipher for all. */
@AutoConfiguration
@EnableConfigurationProperties(FellowSettings.class)
public class ContactsAutoConfiguration {

    private static final String FELLOW = "fellow";

    @Bean
    ContactCipher contactCipher() {
        return new ContactCipher(JsonMapper.builder().build());
    }

    @Bean
    @ConditionalOnProperty("aftersales.fellows.claims-uri")
    @ConditionalOnMissingBean
    CustomerKeys customerKeys(FellowSettings settings) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(FELLOW)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(Objects.requireNonNull(settings.tokenUri(), "aftersales.fellows.token-uri")
                        .toString())
                .clientId(Objects.requireNonNull(settings.clientId(), "aftersales.fellows.client-id"))
                .clientSecret(Objects.requireNonNull(settings.clientSecret(), "aftersales.fellows.client-secret"))
                .build();
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        InMemoryOAuth2AuthorizedClientService clients = new InMemoryOAuth2AuthorizedClientService(registrations);
        AuthorizedClientServiceOAuth2AuthorizedClientManager manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        OAuth2ClientHttpRequestInterceptor tokens = new OAuth2ClientHttpRequestInterceptor(manager);
        tokens.setClientRegistrationIdResolver(request -> FELLOW);
        // A token that is refused, for example after the issuer changed its keys, is not tried until it expires.
        tokens.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        tokens.setPrincipalResolver(new RequestAttributePrincipalResolver());
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(3));
        return new FellowCustomerKeys(RestClient.builder()
                .baseUrl(Objects.requireNonNull(settings.claimsUri()).toString())
                .requestFactory(requests)
                .requestInterceptor(tokens)
                .defaultRequest(request -> request.attributes(RequestAttributePrincipalResolver.principal(FELLOW)))
                .build());
    }

    @Bean
    @ConditionalOnProperty("aftersales.fellows.claims-uri")
    ContactBook contactBook(MongoDatabase database, ContactCipher cipher, CustomerKeys keys) {
        return new ContactBook(database, cipher, keys);
    }
}
