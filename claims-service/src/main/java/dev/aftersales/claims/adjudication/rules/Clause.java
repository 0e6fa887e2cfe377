package dev.aftersales.claims.adjudication.rules;

import dev.aftersales.claims.adjudication.Text;

/**
 * A clause of the policy in short, as the clause register has it.
 *
 * @param en our own short wording in English
 * @param zh the same in Chinese
 */
public record Clause(Kind kind, Force force, String en, String zh) {
    /** What it is about. */
    public enum Kind {
        DECIDE,
        EVID,
        SLA,
        MONEY,
        LOG,
        ENT,
        COMMS,
        GOV,
        INFO
    }

    /** Whether the suite must enforce it (H), track and report it (T), or only store and show it (I). */
    public enum Force {
        H,
        T,
        I
    }

    /** In both languages. */
    public Text text() {
        return new Text(en, zh);
    }
}
