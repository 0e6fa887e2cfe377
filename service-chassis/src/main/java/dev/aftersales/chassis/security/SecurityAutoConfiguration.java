package dev.aftersales.chassis.security;

import dev.aftersales.chassis.problems.ErrorPage;
import dev.aftersales.chassis.problems.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Each service checks token, audience, vendor and role itself; it does not trust the gateway to have done so. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@EnableConfigurationProperties(SecuritySettings.class)
public class SecurityAutoConfiguration {

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            SecuritySettings settings) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(Duration.ofSeconds(1));
        requests.setReadTimeout(Duration.ofSeconds(5));
        JwtDecoder verifier = new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder nimbus = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .restOperations(new RestTemplate(requests))
                    .build();
            nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    JwtValidators.createDefaultWithIssuer(issuer),
                    new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()),
                    new JwtClaimValidator<List<String>>(
                            "aud", audience -> audience != null && audience.contains(settings.audience()))));
            return nimbus;
        });
        return new RememberingJwtDecoder(verifier, Clock.systemUTC());
    }

    @Bean
    IssuerKeys issuerKeys(JwtDecoder decoder) {
        return new IssuerKeys(decoder);
    }

    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http, JsonMapper json) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            write(
                                    response,
                                    json,
                                    Problem.status(401)
                                            .type("token-needed")
                                            .title("A valid token is needed")
                                            .detail("Send \"Authorization: Bearer <token>\" with a token of this"
                                                    + " installation's issuer that has not expired.")
                                            .body());
                        })
                        .accessDeniedHandler((request, response, failure) -> write(
                                response,
                                json,
                                Problem.status(403)
                                        .type("wrong-role")
                                        .title("Your role may not do this")
                                        .body())))
                .build();
    }

    @Bean
    ErrorPage errorPage(JsonMapper json) {
        return new ErrorPage(json);
    }

    /** Before the handlers' own mapping, and none of them: it is open to all, as every refusal is. */
    @Bean
    SimpleUrlHandlerMapping errorPageMapping(ErrorPage errorPage) {
        return new SimpleUrlHandlerMapping(Map.of("/error", errorPage), -1);
    }

    @Bean
    RouteAccess routeAccess(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new RouteAccess(mappings);
    }

    @Bean
    WebMvcConfigurer callerSupport(RouteAccess routeAccess) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(routeAccess);
            }
        };
    }

    private static void write(HttpServletResponse response, JsonMapper json, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
