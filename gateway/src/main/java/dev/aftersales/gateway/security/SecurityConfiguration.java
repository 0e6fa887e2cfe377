package dev.aftersales.gateway.security;

import dev.aftersales.gateway.problems.Problem;
import dev.aftersales.gateway.problems.ProblemAnswers;
import dev.aftersales.gateway.routes.Admission;
import dev.aftersales.gateway.routes.PublicRoute;
import dev.aftersales.gateway.routes.PublicRoutes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import reactor.core.publisher.Mono;

/** Admits callers by the table of {@link PublicRoutes}; the services check token, vendor and role again. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration ISSUER_PATIENCE = Duration.ofSeconds(5);

    /** For whoever runs this instance; the routes of the table never lead to a service's own. */
    private static final String[] OPEN = {"/actuator/health/**", "/actuator/info"};

    /** Tells how much goes on where, and this port is public. */
    private static final String METRICS = "/actuator/prometheus";

    @Bean
    IssuerKeys issuerKeys(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            SecuritySettings settings) {
        return new IssuerKeys(
                new SupplierReactiveJwtDecoder(() -> {
                    NimbusReactiveJwtDecoder nimbus =
                            NimbusReactiveJwtDecoder.withIssuerLocation(issuer).build();
                    nimbus.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                            JwtValidators.createDefaultWithIssuer(issuer),
                            new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()),
                            new JwtClaimValidator<List<String>>(
                                    "aud", audience -> audience != null && audience.contains(settings.audience()))));
                    return nimbus;
                }),
                ISSUER_PATIENCE);
    }

    @Bean
    @Primary
    ReactiveJwtDecoder jwtDecoder(IssuerKeys issuerKeys, @Qualifier("machineClock") Clock machineClock) {
        return new RememberingJwtDecoder(issuerKeys, machineClock);
    }

    @Bean
    SecurityWebFilterChain publicSecurity(
            ServerHttpSecurity http, SecuritySettings settings, ProblemAnswers problems, ReactiveJwtDecoder decoder) {
        ServerAuthenticationEntryPoint tokenNeeded =
                (exchange, failure) -> problems.write(exchange, tokenNeededProblem());
        ServerAccessDeniedHandler wrongRole = (exchange, denied) -> problems.write(exchange, wrongRoleProblem());
        return http.csrf(CsrfSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(cors -> cors.configurationSource(portalOnly(settings)))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeExchange(exchanges -> {
                    exchanges.pathMatchers(OPEN).permitAll();
                    exchanges.pathMatchers(METRICS).access(admitting(Admission.OPERATIONS));
                    for (PublicRoute route : PublicRoutes.ALL) {
                        exchanges.pathMatchers(route.pattern()).access(admitting(route.admission()));
                    }
                    exchanges.anyExchange().access((caller, context) -> Mono.error(() -> noSuchPath()));
                })
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtDecoder(decoder))
                        .authenticationEntryPoint(tokenNeeded)
                        .accessDeniedHandler(wrongRole))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(tokenNeeded).accessDeniedHandler(wrongRole))
                .build();
    }

    /** A path that no service should ever see, because it means different things to different readers. */
    @Bean
    ServerExchangeRejectedHandler malformedRequests(ProblemAnswers problems) {
        return problems::handle;
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> admitting(Admission admission) {
        return (caller, context) -> caller.map(SecurityConfiguration::rolesOf)
                .map(roles -> new AuthorizationDecision(admission.admits(roles)))
                // Without a token there must be a decision as well, else the next rule would be asked.
                .defaultIfEmpty(new AuthorizationDecision(false))
                .cast(AuthorizationResult.class);
    }

    private static List<String> rolesOf(Authentication caller) {
        List<String> roles = caller.getPrincipal() instanceof Jwt jwt ? jwt.getClaimAsStringList("roles") : null;
        return roles == null ? List.of() : roles;
    }

    private static CorsConfigurationSource portalOnly(SecuritySettings settings) {
        CorsConfiguration portal = new CorsConfiguration();
        portal.setAllowedOrigins(settings.portalOrigins());
        portal.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        portal.setAllowedHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID"));
        portal.setExposedHeaders(List.of("Location", "Retry-After"));
        portal.setMaxAge(Duration.ofHours(1));
        return exchange -> portal;
    }

    private static Problem tokenNeededProblem() {
        return Problem.of(401, "token-needed", "A valid token is needed")
                .detail("Send \"Authorization: Bearer <token>\" with a token of this installation's issuer that has"
                        + " not expired.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static Problem wrongRoleProblem() {
        return Problem.of(403, "wrong-role", "Your role may not do this")
                .detail("This path is for other roles than those of your token.");
    }

    private static RuntimeException noSuchPath() {
        return Problem.of(404, "not-found", "There is no such path")
                .detail("Nothing is public under this path.")
                .exception();
    }
}
