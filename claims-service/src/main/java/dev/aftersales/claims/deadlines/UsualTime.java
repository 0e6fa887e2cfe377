package dev.aftersales.claims.deadlines;

import dev.aftersales.chassis.deadlines.DeadlineText;
import dev.aftersales.chassis.languages.Text;
import java.time.Duration;

/** How long a stage usually takes a vendor: what is shown where a policy commits to nothing (B?4, C?8, D?12). */
public sealed interface UsualTime {

    /** All of it in words. */
    Text text();

    /**
     * A measured time.
     *
     * @param p50 half of the claims took no longer
     * @param p90 nine of ten took no longer
     * @param of so many claims
     */
    record Measured(Duration p50, Duration p90, int of) implements UsualTime {
        @Override
        public Text text() {
            return DeadlineText.usual(p50, p90, of);
        }
    }

    /**
     * Too few claims went through it to say what is usual.
     *
     * @param of so many did
     * @param least so many are needed
     */
    record NotYet(int of, int least) implements UsualTime {
        @Override
        public Text text() {
            return DeadlineText.notMeasured(of, least);
        }
    }
}
