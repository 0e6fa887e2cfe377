package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.DatedDocument;
import dev.aftersales.claims.adjudication.DocumentKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper that came with a claim, as it was said to be or as a person found it.
 *
 * @param line whose unit it is of; absent when it is of all
 * @param by the person who brought it, by id
 * @param at when it was brought, in business time
 */
public record ClaimDocument(@Nullable Integer line, DatedDocument document, String by, Instant at) {

    /** The most that a claim may have: one for each line. */
    public static final int MOST = Claim.MAX_LINES;

    /** Whether it says of the line's unit anything. */
    boolean isOf(int number) {
        return line == null || line == number;
    }

    /** Whether a person looked at it. */
    boolean isExamined() {
        Confirmation confirmation = document.confirmation();
        return confirmation != null && confirmation.by().kind() == Confirmer.Kind.AGENT;
    }

    /** Whether a person looked at it at that time or later. */
    boolean isExaminedSince(Instant time) {
        Confirmation confirmation = document.confirmation();
        return isExamined() && confirmation != null && !confirmation.at().isBefore(time);
    }

    /** Whether all that is said of the paper now was said before; what was found of it goes before what is said. */
    boolean says(ClaimDocument again) {
        String file = again.document.evidenceId();
        return isSameAs(again)
                && (isExamined()
                        || ((file == null || file.equals(document.evidenceId()))
                                && document.attributes()
                                        .entrySet()
                                        .containsAll(again.document.attributes().entrySet())));
    }

    /** The same paper with what is said of it now: a file that shows it, or what else stands on it. */
    ClaimDocument and(ClaimDocument again) {
        Map<String, String> attributes = new HashMap<>(document.attributes());
        attributes.putAll(again.document.attributes());
        return new ClaimDocument(
                line,
                new DatedDocument(
                        document.kind(),
                        document.id(),
                        document.date(),
                        document.state(),
                        attributes,
                        again.document.evidenceId() == null ? document.evidenceId() : again.document.evidenceId(),
                        again.document.confirmation()),
                again.by,
                again.at);
    }

    /** The same paper with the word of a person that it is right. */
    ClaimDocument vouchedFor(Confirmation word) {
        return new ClaimDocument(
                line,
                new DatedDocument(
                        document.kind(),
                        document.id(),
                        document.date(),
                        document.state(),
                        document.attributes(),
                        document.evidenceId(),
                        word),
                by,
                at);
    }

    /** The same paper, as somebody may bring it again: what was found of it since makes it no other. */
    boolean isSameAs(ClaimDocument other) {
        return Objects.equals(line, other.line)
                && document.kind() == other.document.kind()
                && document.id().equals(other.document.id())
                && document.date().equals(other.document.date());
    }

    /**
     * The papers that count for a line, one of each kind: what a person examined before what nobody looked at, what a file
     * shows before what was only typed, a paper of the line's own before one of all lines, and then the last one that was
     * brought. Beside one that a person found at fault the best of those counts that came after it, as it may be the right one.
     */
    static List<DatedDocument> of(Collection<ClaimDocument> documents, int line) {
        Map<DocumentKind, ClaimDocument> byKind = new EnumMap<>(DocumentKind.class);
        for (ClaimDocument document : documents) {
            if (document.isOf(line)) {
                byKind.merge(document.document().kind(), document, ClaimDocument::better);
            }
        }
        List<DatedDocument> counting = new ArrayList<>(byKind.size());
        for (ClaimDocument best : byKind.values()) {
            counting.add(best.document());
            if (best.isExamined() && best.document().state() != DatedDocument.State.VALID) {
                documents.stream()
                        .filter(document -> document.isOf(line) && document.comesAfter(best))
                        .reduce(ClaimDocument::better)
                        .ifPresent(next -> counting.add(next.document()));
            }
        }
        return counting;
    }

    /** Whether it is another of the kind, which nobody has examined, and was not brought before that one. */
    private boolean comesAfter(ClaimDocument other) {
        return document.kind() == other.document.kind() && !isExamined() && !at.isBefore(other.at);
    }

    private static ClaimDocument better(ClaimDocument before, ClaimDocument later) {
        return before.rank() > later.rank() ? before : later;
    }

    private int rank() {
        return (isExamined() ? 4 : 0) + (document.isShown() ? 2 : 0) + (line == null ? 0 : 1);
    }
}
