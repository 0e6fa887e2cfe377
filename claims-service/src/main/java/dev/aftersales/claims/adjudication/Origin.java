package dev.aftersales.claims.adjudication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something that is known comes from.
 *
 * @param confirmation who stands for it; absent when the vendor's records do
 * @param sure false when it is only suspected
 * @param evidenceIds the evidence that it rests on
 * @param since when it was said
 */
record Origin(@Nullable Confirmation confirmation, boolean sure, List<String> evidenceIds, Instant since) {

    /** Whether it proves a fact for which these offices may stand: a person's word only with evidence. */
    boolean proves(List<Confirmer.Kind> offices) {
        return confirmation == null
                ? offices.contains(Confirmer.Kind.RECORD)
                : sure && offices.contains(confirmation.by().kind()) && !evidenceIds.isEmpty();
    }

    /** Whether a line may be refused on it: it is on record, or somebody looked at it and shows evidence. */
    boolean solid() {
        if (confirmation == null) {
            return true;
        }
        Confirmer.Kind office = confirmation.by().kind();
        return sure
                && (office == Confirmer.Kind.TECHNICIAN || office == Confirmer.Kind.AGENT)
                && !evidenceIds.isEmpty();
    }

    /** The same by another's word. */
    Origin suspected() {
        return new Origin(confirmation, false, evidenceIds, since);
    }
}
