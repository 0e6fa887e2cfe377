package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The findings about one line while it is judged. */
final class Citations {

    private final Settlements settlements;
    private final List<Finding> made = new ArrayList<>(12);

    /** @param settlements what people decided of the line: by it a ground that was lifted is called what it was */
    Citations(Settlements settlements) {
        this.settlements = settlements;
    }

    /** Begins a citation; it counts once it is {@link Making#add() added}. */
    Making of(String clause, Effect effect, String fact, String code) {
        return new Making(clause, effect, fact, new Found.Code(code));
    }

    /** Begins a citation; it counts once it is {@link Making#add() added}. */
    Making of(String clause, Effect effect, String fact, Found found) {
        return new Making(clause, effect, fact, found);
    }

    List<Finding> made() {
        return made;
    }

    /** Whether the clause is cited in any way that still counts against the line. */
    boolean stands(String clause) {
        for (Finding finding : made) {
            if (finding.clause().equals(clause) && !isLifted(finding) && finding.effect() != Effect.NOTED) {
                return true;
            }
        }
        return false;
    }

    /** Whether the clause grants something already, by the same reading. */
    boolean grants(String clause, @Nullable String reading) {
        for (Finding finding : made) {
            if (finding.effect() == Effect.GRANTS
                    && finding.clause().equals(clause)
                    && Objects.equals(finding.reading(), reading)) {
                return true;
            }
        }
        return false;
    }

    /** The causes that count no more, for that reason: once each, in the order in which they came up. */
    List<String> liftedCauses(Effect why) {
        List<String> causes = new ArrayList<>(2);
        for (Finding finding : made) {
            if (isLiftedCause(finding)
                    && finding.effect() == why
                    && !causes.contains(finding.found().raw())) {
                causes.add(finding.found().raw());
            }
        }
        return causes;
    }

    /** Who lifted the last of them; absent when nobody lifted any. */
    @Nullable
    Confirmation liftedBy() {
        for (int i = made.size() - 1; i >= 0; i--) {
            if (isLiftedCause(made.get(i))) {
                return made.get(i).confirmation();
            }
        }
        return null;
    }

    /**
     * Something that is not to be had decided: whatever else lacks is not waited for any more, so that no citation says
     * that the line would be judged by it, and cover would take all of it.
     */
    void nothingMoreHelps() {
        Set<String> lacking = new LinkedHashSet<>();
        for (Finding finding : made) {
            Otherwise otherwise = finding.otherwise();
            if (otherwise != null && (isWaitedFor(finding) || otherwise.phrase() == Phrase.UNAVAILABLE)) {
                lacking.add(otherwise.code());
            }
        }
        made.replaceAll(finding -> {
            Otherwise otherwise = finding.otherwise();
            if (otherwise != null && otherwise.phrase() == Phrase.UNAVAILABLE && lacking.size() > 1) {
                List<String> others = lacking.stream()
                        .filter(item -> !item.equals(otherwise.code()))
                        .toList();
                return finding.but(new Otherwise(Phrase.UNAVAILABLE_AMONG, otherwise.code(), others));
            }
            return isWaitedFor(finding) ? finding.but(null) : finding;
        });
    }

    /** Nobody waits for the item any more: no citation says that the line would be judged by it. */
    void notAwaited(String item) {
        made.replaceAll(finding -> {
            Otherwise otherwise = finding.otherwise();
            return otherwise != null && isWaitedFor(finding) && otherwise.code().equals(item)
                    ? finding.but(null)
                    : finding;
        });
    }

    private static boolean isWaitedFor(Finding finding) {
        Otherwise otherwise = finding.otherwise();
        return finding.effect() == Effect.LACKS_EVIDENCE && otherwise != null && otherwise.phrase() == Phrase.MISSING;
    }

    private static boolean isLifted(Finding finding) {
        return finding.effect() == Effect.DISMISSED || finding.effect() == Effect.DISPUTE_UPHELD;
    }

    private static boolean isLiftedCause(Finding finding) {
        return isLifted(finding)
                && switch (finding.fact()) {
                    case "cause", "finding" -> true;
                    default -> false;
                };
    }

    /** A citation before all of it is known. */
    final class Making {
        private final String clause;
        private final Effect effect;
        private final String fact;
        private final Found found;
        private List<String> evidence = List.of();
        private @Nullable Confirmation confirmation;
        private @Nullable String reading;
        private @Nullable Otherwise otherwise;

        private Making(String clause, Effect effect, String fact, Found found) {
            this.clause = clause;
            this.effect = effect;
            this.fact = fact;
            this.found = found;
        }

        Making evidence(List<String> ids) {
            evidence = ids;
            return this;
        }

        Making confirmation(@Nullable Confirmation by) {
            confirmation = by;
            return this;
        }

        Making reading(@Nullable String id) {
            reading = id;
            return this;
        }

        Making otherwise(@Nullable Otherwise would) {
            otherwise = would;
            return this;
        }

        void add() {
            boolean disputed = effect == Effect.DISMISSED && settlements.isRuling(confirmation);
            made.add(new Finding(
                    clause,
                    disputed ? Effect.DISPUTE_UPHELD : effect,
                    fact,
                    found,
                    evidence,
                    confirmation,
                    reading,
                    otherwise));
        }
    }
}
