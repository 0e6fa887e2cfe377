package dev.aftersales.claims.versions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.policies.ShippedPacks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevocationTest {

    private static final CompiledPolicy IN_FORCE = ShippedPacks.policy("A");

    @Test
    void namesTheNextVersionThatIsSetToTakeEffect() {
        CompiledPolicy next = from("2031-01-01");
        CompiledPolicy later = from("2032-01-01");

        Revocation given = Revocation.at(
                Instant.parse("2030-06-05T02:00:00Z"), Optional.of(IN_FORCE), List.of(later, next, IN_FORCE));
        Revocation none =
                Revocation.at(Instant.parse("2030-06-05T02:00:00Z"), Optional.of(IN_FORCE), List.of(IN_FORCE));

        assertThat(given.inForce()).isEqualTo("A-1");
        assertThat(given.next())
                .isEqualTo(new Revocation.Next(
                        next.version(), next.effectiveFrom(), IN_FORCE.zone().getId()));
        assertThat(none.next()).isNull();
    }

    private static CompiledPolicy from(String day) {
        return ShippedPacks.changed(
                "exporter", "A-1", "effectiveFrom: 2020-01-01T00:00:00Z", "effectiveFrom: " + day + "T00:00:00Z");
    }
}
