package dev.aftersales.testing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The people whom the local platform knows too, each with one role. Vendor {@code exporter} has a policy pack; vendor
 * {@code agency} is there to prove that nothing of one vendor shows to another.
 */
public enum People {
    MARIA("customer", "nordwind", "exporter"),
    CHEN("customer", "pacific", "exporter"),
    AMIRA("account-manager", null, "exporter"),
    ANNA("agent", null, "exporter"),
    TOMAS("technician", null, "exporter"),
    TINA("technician", null, "exporter"),
    WANG("warehouse", null, "exporter"),
    FELIX("finance", null, "exporter"),
    PETRA("policy-admin", null, "exporter"),
    VIKTOR("vendor-ops", null, "exporter"),
    IRENE("inspector", null, "exporter"),
    CARL("customer", "nordwind", "agency"),
    BO("agent", null, "agency"),
    TARA("technician", null, "agency"),
    WALT("warehouse", null, "agency"),
    PIA("policy-admin", null, "agency"),
    VERA("vendor-ops", null, "agency"),
    OLGA("platform-ops", null, "exporter", "agency"),
    /** A carrier's machine. */
    CARRIER_ONE("partner", null, "exporter"),
    /** Another service of the suite. */
    FELLOW("service", null, "exporter", "agency");

    private final String role;
    private final @Nullable String organisation;
    private final List<String> vendors;

    People(String role, @Nullable String organisation, String... vendors) {
        this.role = role;
        this.organisation = organisation;
        this.vendors = List.of(vendors);
    }

    /** The person's id: {@code sub} of the token. */
    public String person() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one role, as tokens name it. */
    public String role() {
        return role;
    }

    /** The customer company; staff and machines have none. */
    public @Nullable String organisation() {
        return organisation;
    }

    public List<String> vendors() {
        return vendors;
    }

    public String email() {
        String domain = this == OLGA ? "platform" : organisation == null ? vendors.getFirst() : organisation;
        return person() + "@" + domain + ".example";
    }

    public String locale() {
        return this == CHEN ? "zh" : "en";
    }

    /** A valid token of the shared issuer, as it stands after {@code Bearer}. */
    public String token() {
        return claims().sign();
    }

    /** The value of the {@code Authorization} header. */
    public String bearer() {
        return "Bearer " + token();
    }

    /** The claims of the shared issuer's token, to be bent before they are signed. */
    public TestToken claims() {
        return issuedBy(TestIssuer.shared());
    }

    TestToken issuedBy(TestIssuer issuer) {
        String first = person().substring(0, 1).toUpperCase(Locale.ROOT) + person().substring(1);
        return issuer.token(person())
                .name(first)
                .email(email())
                .locale(locale())
                .vendors(vendors.toArray(String[]::new))
                .roles(role)
                .with("org", organisation);
    }
}
