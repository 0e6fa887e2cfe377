package dev.aftersales.local;

import java.util.Map;
import java.util.Optional;

/**
 * What the environment already provides; such a part is not started.
 *
 * @param environment the variables that the services themselves understand
 */
record Outside(Map<String, String> environment) {

    Optional<String> broker() {
        return value("SPRING_KAFKA_BOOTSTRAP_SERVERS");
    }

    Optional<String> store() {
        return value("SPRING_MONGODB_URI");
    }

    Optional<String> mailHost() {
        return value("SPRING_MAIL_HOST");
    }

    String mailPort() {
        return value("SPRING_MAIL_PORT").orElse("25");
    }

    Optional<String> issuer() {
        return value("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI");
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
