package dev.aftersales.claims.policies;

import dev.aftersales.claims.adjudication.rules.Charge;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.EntitlementRule;
import dev.aftersales.claims.adjudication.rules.Overrides;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.QuoteRules;
import dev.aftersales.claims.adjudication.rules.Statutory;
import dev.aftersales.claims.tariffs.FeeType;
import dev.aftersales.contracts.events.Route;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who pays for what, how paid service is offered, and whose word goes before the policy's. */
final class MoneyReader {

    private MoneyReader() {}

    static List<Charge> charges(PackSection pack, PackNames names) {
        List<Charge> charges = new ArrayList<>();
        for (PackSection section : pack.optionalSections("charges")) {
            charges.add(new Charge(
                    names.clause(section, "clause"),
                    names.readingOrSettling(section),
                    section.someOf(ChargeItem.class, "items"),
                    payer(section),
                    section.oneOf(Charge.When.class, "when"),
                    section.optionalPeriod("through"),
                    section.optionalPeriod("beyond"),
                    doubt(section, names),
                    section.has("groundOfQuote") && section.flag("groundOfQuote")));
            section.end();
        }
        return charges;
    }

    /** Who pays: named, or by the price that a reading of the text may settle, free or paid (A?1). */
    private static Payer payer(PackSection charge) {
        if (!charge.has("price")) {
            return charge.oneOf(Payer.class, "payer");
        }
        return switch (charge.oneOf(EntitlementRule.Price.class, "price")) {
            case FREE -> Payer.VENDOR;
            case PAID -> Payer.CUSTOMER;
        };
    }

    private static Charge.@Nullable Doubt doubt(PackSection charge, PackNames names) {
        PackSection section = charge.optionalSection("doubt");
        if (section == null) {
            return null;
        }
        Charge.Doubt doubt = new Charge.Doubt(
                section.period("termFrom"), names.reading(section, "reading"), names.reading(section, "otherwise"));
        section.end();
        return doubt;
    }

    static @Nullable QuoteRules quotes(PackSection pack, PackNames names) {
        PackSection section = pack.optionalSection("quotes");
        if (section == null) {
            return null;
        }
        QuoteRules quotes = new QuoteRules(
                names.clause(section, "clause"),
                names.optionalReading(section),
                lineTypes(section, names),
                tariff(section, names),
                section.optionalSettled("validFor", section::period),
                payment(section, names),
                annualCap(section, names));
        section.end();
        return quotes;
    }

    private static QuoteRules.@Nullable LineTypes lineTypes(PackSection quotes, PackNames names) {
        PackSection section = quotes.optionalSection("lineTypes");
        if (section == null) {
            return null;
        }
        QuoteRules.LineTypes types = new QuoteRules.LineTypes(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.someOf(FeeType.class, "types").stream().map(Enum::name).toList());
        section.end();
        return types;
    }

    private static QuoteRules.@Nullable Tariff tariff(PackSection quotes, PackNames names) {
        PackSection section = quotes.optionalSection("tariff");
        if (section == null) {
            return null;
        }
        QuoteRules.Tariff tariff = new QuoteRules.Tariff(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.optionalSomeOf(QuoteRules.Key.class, "by"));
        section.end();
        return tariff;
    }

    private static QuoteRules.@Nullable Payment payment(PackSection quotes, PackNames names) {
        PackSection section = quotes.optionalSection("payment");
        if (section == null) {
            return null;
        }
        QuoteRules.Payment payment = new QuoteRules.Payment(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.settled("before", key -> section.oneOf(QuoteRules.Before.class, key)),
                section.optionalSettled("window", section::period),
                names.optionalClause(section, "windowClause"),
                section.has("ofParts") ? names.reading(section, "ofParts") : null);
        section.end();
        return payment;
    }

    private static QuoteRules.@Nullable AnnualCap annualCap(PackSection quotes, PackNames names) {
        PackSection section = quotes.optionalSection("annualCap");
        if (section == null) {
            return null;
        }
        QuoteRules.AnnualCap cap = new QuoteRules.AnnualCap(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.settled("percent", section::decimal),
                section.oneOf(RoundingMode.class, "rounding"),
                section.optionalSettled("claims", key -> section.oneOf(QuoteRules.CapBase.class, key)));
        section.end();
        return cap;
    }

    static @Nullable Statutory statutory(PackSection pack, PackNames names) {
        PackSection section = pack.optionalSection("statutory");
        if (section == null) {
            return null;
        }
        PackSection floor = section.optionalSection("floor");
        Statutory.Floor least = null;
        if (floor != null) {
            least = new Statutory.Floor(floor.settled("term", floor::period));
            floor.end();
        }
        List<Statutory.Rule> rules = new ArrayList<>();
        for (PackSection rule : section.optionalSections("rules")) {
            rules.add(new Statutory.Rule(
                    rule.period("within"),
                    names.readingOrSettling(rule),
                    rule.texts("causes"),
                    rule.someOf(Route.class, "routes")));
            rule.end();
        }
        List<String> over = section.optionalTexts("over");
        for (String clause : over) {
            if (!names.clauses().containsKey(clause)) {
                throw section.error("over", "'" + clause + "' is no clause of this pack");
            }
        }
        Statutory statutory = new Statutory(
                section.flag("enabled"),
                names.clause(section, "clause"),
                names.optionalReading(section),
                least,
                over,
                rules);
        section.end();
        return statutory;
    }

    static @Nullable ContractRules contract(PackSection pack, PackNames names) {
        PackSection section = pack.optionalSection("contract");
        if (section == null) {
            return null;
        }
        ContractRules contract = new ContractRules(
                names.clause(section, "clause"),
                names.optionalReading(section),
                section.someOf(ContractRules.Part.class, "overrides"),
                section.optionalOneOf(ContractRules.InFavour.class, "inFavour"));
        section.end();
        return contract;
    }

    static @Nullable Overrides overrides(PackSection pack, PackNames names) {
        PackSection section = pack.optionalSection("overrides");
        if (section == null) {
            return null;
        }
        Overrides overrides = new Overrides(section.texts("roles"), names.optionalReading(section));
        section.end();
        return overrides;
    }
}
