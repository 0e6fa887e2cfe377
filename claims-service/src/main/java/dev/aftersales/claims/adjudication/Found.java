package dev.aftersales.claims.adjudication;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a clause found: a value that is put into words only when somebody reads it. */
sealed interface Found {

    /** As citations carry it, without words. */
    String raw();

    /** A code. */
    record Code(String code) implements Found {
        @Override
        public String raw() {
            return code;
        }
    }

    /** Several codes. */
    record Codes(List<String> codes) implements Found {
        @Override
        public String raw() {
            return String.join(" / ", codes);
        }
    }

    /** A day. */
    record Day(LocalDate day) implements Found {
        @Override
        public String raw() {
            return day.toString();
        }
    }

    /** A length of time. */
    record Length(Period length) implements Found {
        @Override
        public String raw() {
            return length.toString();
        }
    }

    /** A paper. */
    record Paper(DocumentKind kind, String number, LocalDate date) implements Found {
        static Paper of(DatedDocument paper) {
            return new Paper(paper.kind(), paper.id(), paper.date());
        }

        /** Whether it has no number of its own and goes by its kind. */
        boolean unnumbered() {
            return number.equals(kind.name());
        }

        @Override
        public String raw() {
            return kind + (unnumbered() ? "" : " " + number) + " of " + date;
        }
    }

    /** A paper beside an earlier one of its kind. */
    record Later(Paper paper, Paper earliest) implements Found {
        @Override
        public String raw() {
            return paper.raw() + ", the earliest is " + earliest.raw();
        }
    }

    /** A paper from which a term would start after the claim. */
    record Ahead(Paper paper) implements Found {
        @Override
        public String raw() {
            return paper.raw() + ", after the claim";
        }
    }

    /** A paper that the claim brought beside the one that the vendor's records have. */
    record Recorded(Paper paper, Paper ofRecord) implements Found {
        @Override
        public String raw() {
            return paper.raw() + ", the vendor's own record is " + ofRecord.raw();
        }
    }

    /** A paper that counts by an upheld dispute, in the place of the one that the vendor's records have. */
    record Upheld(Paper paper, Paper ofRecord) implements Found {
        @Override
        public String raw() {
            return paper.raw() + ", by an upheld dispute in the place of " + ofRecord.raw();
        }
    }

    /** How numbers on a paper agree with those of the unit, and which do not. */
    record Unequal(String code, List<PaperComparison.Mismatch> mismatches) implements Found {
        @Override
        public String raw() {
            return code;
        }
    }

    /** In what a paper differs from the unit. */
    record Differing(List<PaperComparison.Mismatch> mismatches) implements Found {
        @Override
        public String raw() {
            return mismatches.stream()
                    .map(mismatch -> mismatch.name() + " " + mismatch.onPaper() + ", of the unit " + mismatch.ofUnit())
                    .collect(Collectors.joining("; ", "INCONSISTENT: ", ""));
        }
    }

    /** A term that runs from a paper. */
    record Run(Paper from, LocalDate lastDay) implements Found {
        @Override
        public String raw() {
            return from.raw() + ", through " + lastDay;
        }
    }

    /** An agreement about the unit that holds on the day. */
    record Held(UnitAgreement agreement) implements Found {
        @Override
        public String raw() {
            String which = agreement.kind() + " " + agreement.number();
            return agreement.until() == null ? which : which + ", through " + agreement.until();
        }
    }

    /**
     * What speaks no more against the line.
     *
     * @param suspicions that were dismissed
     * @param disputed grounds of which disputes were upheld
     */
    record Lifted(List<String> suspicions, List<String> disputed) implements Found {
        @Override
        public String raw() {
            return "no confirmed exclusion"
                    + (suspicions.isEmpty() ? "" : "; suspicion " + String.join(" / ", suspicions) + " dismissed")
                    + (disputed.isEmpty() ? "" : "; dispute of " + String.join(" / ", disputed) + " upheld");
        }
    }

    /** Something with which the vendor's own record cannot be compared, as it lacks it. */
    record Unrecorded(String item) implements Found {
        @Override
        public String raw() {
            return item + " not recorded";
        }
    }

    /** Something that is not to be had. */
    record NotToBeHad(String item) implements Found {
        @Override
        public String raw() {
            return item + " unavailable";
        }
    }

    /** A consent to a version of a text, with what was stated. */
    record Agreed(String item, String version, @Nullable String state) implements Found {
        @Override
        public String raw() {
            return item + " " + version + (state == null ? "" : ": " + state);
        }
    }
}
