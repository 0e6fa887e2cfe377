package dev.aftersales.claims.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.DocumentKind;
import dev.aftersales.claims.adjudication.ItemClass;
import dev.aftersales.claims.adjudication.Text;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.Exclusion;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.PolicyRules;
import dev.aftersales.contracts.events.Route;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No code reaches a customer for which there are words. */
class PackWordsTest {

    private static final Map<String, Text> WORDS = VocabularyReader.shipped().codes();

    static Stream<CompiledPolicy> packs() {
        return ShippedPacks.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void hasWordsForEveryCodeOfThePack(CompiledPolicy policy) {
        // Given
        PolicyRules rules = policy.rules();
        Set<String> codes = new TreeSet<>();
        codes.addAll(rules.coverage().causes().covered());
        if (rules.coverage().doubtful() != null) {
            codes.addAll(rules.coverage().doubtful().causes());
        }
        for (Exclusion exclusion : rules.exclusions()) {
            codes.addAll(exclusion.causes());
            if (exclusion.sameEvent() != null) {
                codes.addAll(exclusion.sameEvent().causes());
            }
            if (exclusion.doubtful() != null) {
                codes.addAll(exclusion.doubtful().when().in());
            }
        }
        rules.facts().forEach(fact -> {
            codes.addAll(fact.values());
            codes.addAll(fact.findings().keySet());
        });
        codes.add(rules.term().missingItem());
        rules.evidence().forEach(requirement -> codes.add(requirement.item()));
        rules.consents().forEach(consent -> codes.add(consent.item()));
        rules.products()
                .values()
                .forEach(product -> codes.addAll(product.components().keySet()));
        if (rules.quotes() != null && rules.quotes().lineTypes() != null) {
            codes.addAll(rules.quotes().lineTypes().types());
        }
        rules.entitlements().forEach(entitlement -> {
            codes.add(entitlement.service());
            codes.add(entitlement.price().name());
            codes.addAll(entitlement.channels());
            codes.addAll(entitlement.topics());
            codes.addAll(entitlement.documents());
            entitlement.granted().forEach(time -> codes.add(time.name()));
            if (entitlement.note() != null) {
                codes.add(entitlement.note());
            }
        });
        rules.clocks().forEach(clock -> {
            if (clock.start() != null) {
                codes.add(clock.start());
            }
            if (clock.stop() != null) {
                codes.add(clock.stop());
            }
            if (clock.unit() != null) {
                codes.add(clock.unit().name());
            }
        });

        // When
        codes.removeAll(WORDS.keySet());
        codes.removeAll(rules.codes().keySet());

        // Then
        assertThat(codes).as(policy.version() + ": codes without words").isEmpty();
    }

    @Test
    void hasWordsForTheCodesThatEveryPackShares() {
        assertThat(WORDS.keySet())
                .containsAll(names(DocumentKind.values()))
                .containsAll(names(ItemClass.values()))
                .containsAll(names(ChargeItem.values()))
                .containsAll(names(Payer.values()))
                .containsAll(names(Route.values()));
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new TreeSet<>();
        for (Enum<?> value : values) {
            names.add(value.name());
        }
        return names;
    }
}
