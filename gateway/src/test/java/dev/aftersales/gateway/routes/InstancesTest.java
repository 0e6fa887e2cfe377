package dev.aftersales.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final URI REQUEST = URI.create("http://any:1/api/v1/claims?q=a%20b");

    private final AtomicLong now = new AtomicLong();
    private final Instances two = new Instances(List.of(URI.create("http://a:1"), URI.create("https://b:2")), now::get);

    @Test
    void keepsPathAndQueryAsTheyWereEncoded() {
        assertThat(two.inOrder().getLast().at(REQUEST)).hasToString("https://b:2/api/v1/claims?q=a%20b");
    }

    @Test
    void takesTurns() {
        assertThat(firstHost()).isEqualTo("a");
        assertThat(firstHost()).isEqualTo("b");
        assertThat(firstHost()).isEqualTo("a");
    }

    @Test
    void prefersWhoHasLessToAnswer() {
        Instance a = two.inOrder().getFirst();
        a.asked();

        assertThat(firstHost()).isEqualTo("b");
        assertThat(firstHost()).isEqualTo("b");
        a.over();
        assertThat(firstHost()).isEqualTo("b");
        assertThat(firstHost()).isEqualTo("a");
    }

    @Test
    void asksWhoRestsOnlyWhenNobodyElseAnswers() {
        two.inOrder().getFirst().refused();

        for (int i = 0; i < 4; i++) {
            assertThat(two.inOrder())
                    .extracting(instance -> instance.at(REQUEST).getHost())
                    .containsExactly("b", "a");
        }
    }

    @Test
    void triesWhoRestedWithOneRequestUntilItIsAnswered() {
        Instance a = two.inOrder().getFirst();
        a.refused();

        pass(1000);

        assertThat(List.of(firstHost(), firstHost(), firstHost(), firstHost())).containsOnlyOnce("a");
        a.answered();
        assertThat(List.of(firstHost(), firstHost())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void waitsLongerForWhoLeaves() {
        two.inOrder().getFirst().leaving();

        pass(2999);
        assertThat(List.of(firstHost(), firstHost())).containsExactly("b", "b");
        pass(1);
        assertThat(List.of(firstHost(), firstHost())).contains("a");
    }

    private String firstHost() {
        return two.inOrder().getFirst().at(REQUEST).getHost();
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
