package dev.aftersales.testing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The people whom the local platform knows too, each with one role. Most tests play at vendor {@code exporter}; that
 * nothing of one vendor shows to another is proved with vendor {@code agency}.
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
    ALMA("account-manager", null, "agency"),
    FRIDA("finance", null, "agency"),
    LIN("customer", "hualin", "shops"),
    MEI("account-manager", null, "shops"),
    RONG("agent", null, "shops"),
    DENG("technician", null, "shops"),
    QIU("finance", null, "shops"),
    PAN("policy-admin", null, "shops"),
    SHEN("vendor-ops", null, "shops"),
    DORA("customer", "brightlab", "online"),
    JANA("account-manager", null, "online"),
    OTTO("agent", null, "online"),
    IDA("technician", null, "online"),
    NORA("finance", null, "online"),
    RUTH("policy-admin", null, "online"),
    KURT("vendor-ops", null, "online"),
    PAUL("customer", "metroline", "project"),
    EMIL("account-manager", null, "project"),
    GINA("agent", null, "project"),
    HUGO("technician", null, "project"),
    ROSA("finance", null, "project"),
    SVEN("policy-admin", null, "project"),
    YARA("vendor-ops", null, "project"),
    OLGA("platform-ops", null, "exporter", "shops", "agency", "online", "project"),
    /** A carrier's machine. */
    CARRIER_ONE("partner", null, "exporter"),
    /** A payment provider's machine. */
    PAYMENT_ONE("partner", null, "exporter", "shops", "agency", "online", "project"),
    /** Another service of the suite. */
    FELLOW("service", null, "exporter", "shops", "agency", "online", "project");

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
        return this == CHEN || this == LIN ? "zh" : "en";
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
