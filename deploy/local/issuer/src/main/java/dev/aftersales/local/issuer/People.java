package dev.aftersales.local.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Everyone who may log in, from {@code people.yaml}.
 *
 * @param password the one password of all of them
 * @param people by the id that becomes the token's {@code sub}
 */
@ConfigurationProperties("aftersales.issuer.login")
record People(String password, Map<String, Person> people) {

    Optional<Person> withId(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The person, if there is one and the password is right. */
    Optional<Person> login(String id, String attempt) {
        boolean right = MessageDigest.isEqual(
                attempt.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
        return right ? withId(id) : Optional.empty();
    }

    List<String> vendors() {
        return people.values().stream()
                .flatMap(person -> person.vendors().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
