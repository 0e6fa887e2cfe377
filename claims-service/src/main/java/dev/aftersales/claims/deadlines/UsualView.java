package dev.aftersales.claims.deadlines;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A usual time as it is shown: no promise.
 *
 * @param p50 half of the claims took no longer; absent while too few were seen
 * @param p90 nine of ten took no longer; absent likewise
 * @param of so many claims, the last ones that went through the stage
 * @param least so many are needed to say what is usual; absent where they are there
 * @param text all of it, in the reader's language
 */
public record UsualView(
        @Nullable Duration p50,
        @Nullable Duration p90,
        int of,
        @Nullable Integer least,
        String text) {

    /** What the reader sees of it. */
    public static UsualView of(UsualTime usual, Locale reader) {
        String text = usual.text().in(reader);
        return switch (usual) {
            case UsualTime.Measured measured ->
                new UsualView(measured.p50(), measured.p90(), measured.of(), null, text);
            case UsualTime.NotYet few -> new UsualView(null, null, few.of(), few.least(), text);
        };
    }
}
