package dev.aftersales.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class OneAsksFirstTest {

    private final List<String> verified = new ArrayList<>();
    private Sinks.One<Boolean> issuer = Sinks.one();
    private final OneAsksFirst decoder = new OneAsksFirst(token -> Mono.defer(() -> {
        verified.add(token);
        return issuer.asMono().map(keys -> jwt(token));
    }));

    @Test
    void othersWaitForTheFirstWhoAsks() {
        List<CompletableFuture<Jwt>> answers = IntStream.range(0, 50)
                .mapToObj(i -> decoder.decode("token-" + i).toFuture())
                .toList();
        assertThat(verified).containsExactly("token-0");

        issuer.tryEmitValue(true);

        assertThat(answers)
                .extracting(answer -> answer.join().getTokenValue())
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(i -> "token-" + i).toList());
    }

    @Test
    void issuerThatIsAwayIsToldToAllWhoWaitAndAskedAgainByTheNext() {
        CompletableFuture<Jwt> first = decoder.decode("first").toFuture();
        CompletableFuture<Jwt> second = decoder.decode("second").toFuture();
        issuer.tryEmitError(new JwtException("the issuer does not answer"));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(verified).containsExactly("first");

        issuer = Sinks.one();
        issuer.tryEmitValue(true);

        assertThat(decoder.decode("third").block()).isNotNull();
    }

    @Test
    void anothersBadTokenRefusesNobodyElse() {
        Sinks.One<Jwt> slow = Sinks.one();
        OneAsksFirst picky =
                new OneAsksFirst(token -> token.equals("bad") ? slow.asMono() : Mono.fromSupplier(() -> jwt(token)));
        CompletableFuture<Jwt> bad = picky.decode("bad").toFuture();
        CompletableFuture<Jwt> good = picky.decode("good").toFuture();

        slow.tryEmitError(new BadJwtException("no"));

        assertThatExceptionOfType(Exception.class).isThrownBy(bad::join).withCauseInstanceOf(BadJwtException.class);
        assertThat(good.join().getTokenValue()).isEqualTo("good");
    }

    @Test
    void callerWhoHangsUpDoesNotBreakOffWhatOthersWaitFor() {
        Disposable first = decoder.decode("first").subscribe();
        CompletableFuture<Jwt> second = decoder.decode("second").toFuture();
        first.dispose();

        issuer.tryEmitValue(true);

        assertThat(second.join().getTokenValue()).isEqualTo("second");
    }

    private static Jwt jwt(String token) {
        return Jwt.withTokenValue(token).header("alg", "RS256").subject("anna").build();
    }
}
