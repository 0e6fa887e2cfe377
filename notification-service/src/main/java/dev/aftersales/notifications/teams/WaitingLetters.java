package dev.aftersales.notifications.teams;

/** The letters to a team that has no mailbox yet. */
public interface WaitingLetters {

    /** More are not counted. */
    int MOST_COUNTED = 10_000;

    /** How many wait for the team's mailbox, {@value #MOST_COUNTED} at most. */
    long count(String vendor, Team team);

    /** Has all of them sent. Repeatable. */
    void letGo(String vendor, Team team);
}
