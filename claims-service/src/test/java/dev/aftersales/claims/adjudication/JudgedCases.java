package dev.aftersales.claims.adjudication;

import java.util.stream.Stream;

/** What the policies' tables of cases come to, for tests of those who tell it. */
public final class JudgedCases {

    private JudgedCases() {}

    /** The outcome of every case, in the order of the tables. */
    public static Stream<LineOutcome> outcomes() {
        return ClauseCoverageTest.cases().map(given -> given.given().judgedUnder(given.policy()));
    }
}
