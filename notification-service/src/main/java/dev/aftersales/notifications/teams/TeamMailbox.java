package dev.aftersales.notifications.teams;

/**
 * Where a vendor's team reads its mail: a shared mailbox, nobody's own.
 *
 * @param language of the letters to it, for example {@code zh}
 * @param version how often it was entered, from 1
 * @param awaited whether letters that waited for it are still to be let go
 */
public record TeamMailbox(String vendor, Team team, String address, String language, int version, boolean awaited) {

    static TeamMailbox first(String vendor, Team team, String address, String language) {
        return new TeamMailbox(vendor, team, address, language, 1, true);
    }

    TeamMailbox entered(String newAddress, String newLanguage) {
        return new TeamMailbox(vendor, team, newAddress, newLanguage, version + 1, true);
    }

    TeamMailbox letGo() {
        return new TeamMailbox(vendor, team, address, language, version, false);
    }

    boolean says(String thisAddress, String thisLanguage) {
        return address.equals(thisAddress) && language.equals(thisLanguage);
    }

    /** Withholds the address, so that no log has it. */
    @Override
    public String toString() {
        return "TeamMailbox[" + vendor + "/" + team.id() + ", version " + version + "]";
    }
}
