package dev.aftersales.claims.adjudication;

import dev.aftersales.claims.adjudication.rules.Basis;
import dev.aftersales.claims.adjudication.rules.Charge;
import dev.aftersales.claims.adjudication.rules.ChargeItem;
import dev.aftersales.claims.adjudication.rules.ContractRules;
import dev.aftersales.claims.adjudication.rules.Payer;
import dev.aftersales.claims.adjudication.rules.Phrase;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out who pays for what: for each item by the first rule that applies, or by the contract. */
final class ChargeCheck {

    private final CompiledPolicy policy;
    private final Facts facts;
    private final TermCheck term;
    private final Settlements settlements;
    private final Citations citations;
    private final Map<ChargeItem, ChargeSplit> before = new EnumMap<>(ChargeItem.class);
    private final Map<ChargeItem, ChargeSplit> lifted = new EnumMap<>(ChargeItem.class);
    private boolean doubted;
    private boolean lawful;
    private @Nullable Basis ground;

    ChargeCheck(CompiledPolicy policy, Facts facts, TermCheck term, Settlements settlements, Citations citations) {
        this.policy = policy;
        this.facts = facts;
        this.term = term;
        this.settlements = settlements;
        this.citations = citations;
    }

    /** The law grants service for the cause: what it grants free of charge no contract lays on the customer (B1.1). */
    void lawGrants() {
        lawful = policy.lawGoesBeforeContract();
    }

    /** Whether a person must decide who pays. */
    boolean doubted() {
        return doubted;
    }

    /** The rule that lays something on the customer and on which a quote for it rests; absent when there is none such. */
    @Nullable
    Basis groundOfQuote() {
        return ground;
    }

    /**
     * The items about which policy or contract say something, in their order.
     *
     * @param stood how it was before the last dispute was upheld; no item gets worse for the customer by that
     */
    List<ChargeSplit> split(Charge.When kind, List<ChargeSplit> stood) {
        Map<ChargeItem, ChargeSplit> split = new EnumMap<>(ChargeItem.class);
        stood.forEach(share -> before.put(share.item(), share));
        boolean contract = policy.heedsContract(ContractRules.Part.CHARGES)
                && !facts.contractTerms().charges().isEmpty();
        if (contract && policy.contractWins()) {
            byContract(kind, split);
        }
        for (Charge charge : policy.charges(kind)) {
            Charge.Doubt doubt = charge.doubt();
            if (isInTime(charge)) {
                if (!isLifted(charge)) {
                    byPolicy(charge, charge.reading(), split);
                }
            } else if (doubt != null && term.isAtLeast(doubt.termFrom()) && reaches(charge, doubt)) {
                byPolicy(charge, doubt.otherwise(), split);
            }
        }
        if (contract && !policy.contractWins()) {
            favour(split);
            byContract(kind, split);
        }
        // Nobody else names the customer for it, so that the vendor bears what the contested clause laid on the
        // customer.
        lifted.forEach((item, share) -> split.putIfAbsent(item, share));
        before.values().forEach(share -> {
            if (!split.containsKey(share.item())) {
                keep(share, split);
            }
        });
        return new ArrayList<>(split.values());
    }

    /** Whether a dispute of it was upheld, as far as it lays something on the customer; what else it says stands. */
    private boolean isLifted(Charge charge) {
        return charge.payer() == Payer.CUSTOMER && isLifted(charge.clause(), charge.reading(), charge.items());
    }

    private boolean isLifted(String clause, @Nullable String reading, List<ChargeItem> items) {
        Confirmation ruled = settlements.ruledOut(clause, facts.submittedAt());
        if (ruled == null) {
            return false;
        }
        for (ChargeItem item : items) {
            lifted.putIfAbsent(item, new ChargeSplit(item, Payer.VENDOR, clause, reading));
        }
        citations
                .of(
                        clause,
                        Effect.DISMISSED,
                        "paidByCustomer",
                        new Found.Codes(items.stream().map(ChargeItem::name).toList()))
                .confirmation(ruled)
                .reading(reading)
                .add();
        return true;
    }

    /** Whether the customer was better off with this item before the dispute was upheld: then it stays as it was. */
    private boolean isKept(ChargeItem item, Payer payer, Map<ChargeItem, ChargeSplit> split) {
        ChargeSplit stood = before.get(item);
        if (stood == null
                || stood.payer() == payer
                || (stood.payer() != Payer.VENDOR && payer != Payer.CUSTOMER)
                || split.containsKey(item)) {
            return false;
        }
        keep(stood, split);
        return true;
    }

    private void keep(ChargeSplit stood, Map<ChargeItem, ChargeSplit> split) {
        split.put(stood.item(), stood);
        cite(
                stood.payer(),
                stood.clause(),
                stood.reading(),
                List.of(stood.item().name()));
    }

    private void byPolicy(Charge charge, @Nullable String reading, Map<ChargeItem, ChargeSplit> split) {
        List<String> items = new ArrayList<>(charge.items().size());
        for (ChargeItem item : charge.items()) {
            if (!isKept(item, charge.payer(), split)
                    && split.putIfAbsent(item, new ChargeSplit(item, charge.payer(), charge.clause(), reading))
                            == null) {
                items.add(item.name());
            }
        }
        if (!items.isEmpty()) {
            cite(charge.payer(), charge.clause(), reading, items);
            if (charge.groundOfQuote() && charge.payer() == Payer.CUSTOMER) {
                ground = new Basis(charge.clause(), reading);
            }
        }
    }

    /** Whether a contract that goes before the policy lays some of what the clause grants on somebody else. */
    boolean isCurtailed(String clause) {
        if (lawful || !policy.contractWins() || !policy.heedsContract(ContractRules.Part.CHARGES)) {
            return false;
        }
        Map<ChargeItem, Payer> agreed = facts.contractTerms().charges();
        for (Charge charge : policy.charges(Charge.When.COVERED)) {
            if (charge.clause().equals(clause) && charge.payer() == Payer.VENDOR) {
                for (ChargeItem item : charge.items()) {
                    if (agreed.getOrDefault(item, Payer.VENDOR) != Payer.VENDOR) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the policy charges by that reading for what it would grant under another (A?1). */
    boolean isLaidOnCustomer(Basis grant) {
        return grant.reading() != null
                && policy.charges(Charge.When.COVERED).stream()
                        .anyMatch(charge -> charge.payer() == Payer.CUSTOMER
                                && charge.clause().equals(grant.clause())
                                && grant.reading().equals(charge.reading()));
    }

    private void byContract(Charge.When kind, Map<ChargeItem, ChargeSplit> split) {
        ContractRules contract = policy.rules().contract();
        if (contract == null) {
            return;
        }
        facts.contractTerms().charges().forEach((item, payer) -> {
            if (payer != Payer.VENDOR && lawful && isFree(kind, item)) {
                citations
                        .of(
                                contract.clause(),
                                Effect.NOTED,
                                payer == Payer.CUSTOMER ? "paidByCustomer" : "paidByAgreement",
                                new Found.Codes(List.of(item.name())))
                        .reading(contract.reading())
                        .add();
                return;
            }
            if (split.containsKey(item)
                    || (payer == Payer.CUSTOMER && isLifted(contract.clause(), contract.reading(), List.of(item)))) {
                return;
            }
            if (!isKept(item, payer, split)
                    && split.putIfAbsent(item, new ChargeSplit(item, payer, contract.clause(), contract.reading()))
                            == null) {
                cite(payer, contract.clause(), contract.reading(), List.of(item.name()));
            }
        });
    }

    /** Whether a covered line has the item free of charge by the policy, and so what the law grants, too. */
    private boolean isFree(Charge.When kind, ChargeItem item) {
        return kind == Charge.When.COVERED
                && policy.charges(kind).stream()
                        .anyMatch(charge ->
                                charge.payer() == Payer.VENDOR && charge.items().contains(item));
    }

    private void cite(Payer payer, String clause, @Nullable String reading, List<String> items) {
        Effect effect = payer == Payer.VENDOR ? Effect.GRANTS : Effect.CHARGES;
        if (effect == Effect.CHARGES || !citations.grants(clause, reading)) {
            citations
                    .of(
                            clause,
                            effect,
                            payer == Payer.VENDOR
                                    ? "paidByVendor"
                                    : payer == Payer.CUSTOMER ? "paidByCustomer" : "paidByAgreement",
                            new Found.Codes(items))
                    .reading(reading)
                    .add();
        }
    }

    private boolean isInTime(Charge charge) {
        return (charge.through() == null || term.within(charge.through()))
                && (charge.beyond() == null || !term.within(charge.beyond()));
    }

    /**
     * Whether a reviewer held that the clause reaches this product although its time has not come. What is cited rests on
     * the reading that the reviewer took; while nobody did, on the one that raises the doubt.
     */
    private boolean reaches(Charge charge, Charge.Doubt doubt) {
        Settlements.Standing standing =
                settlements.standing(new Doubt(charge.clause(), "termLength"), facts.submittedAt());
        doubted |= standing.effect() == Effect.UNDECIDED;
        boolean reaches = standing.effect() == Effect.EXCLUDES;
        citations
                .of(
                        charge.clause(),
                        reaches ? Effect.CHARGES : standing.effect(),
                        "termLength",
                        new Found.Length(Period.ofMonths((int) term.months())))
                .confirmation(standing.by())
                .reading(standing.effect() == Effect.DISMISSED ? doubt.reading() : doubt.otherwise())
                .otherwise(standing.effect() == Effect.UNDECIDED ? new Otherwise(Phrase.CHARGE, "") : null)
                .add();
        return reaches;
    }

    /** A contract that goes after the policy, but lays something on the vendor that the policy lays on the customer. */
    private void favour(Map<ChargeItem, ChargeSplit> split) {
        ContractRules contract = policy.rules().contract();
        if (contract == null || contract.inFavour() == null) {
            return;
        }
        for (Map.Entry<ChargeItem, Payer> agreed :
                facts.contractTerms().charges().entrySet()) {
            ChargeSplit own = split.get(agreed.getKey());
            if (own == null || own.payer() != Payer.CUSTOMER || agreed.getValue() != Payer.VENDOR) {
                continue;
            }
            Settlements.Standing standing =
                    settlements.standing(new Doubt(contract.clause(), "paidByVendor"), facts.submittedAt());
            doubted |= standing.effect() == Effect.UNDECIDED;
            if (standing.effect() == Effect.DISMISSED) {
                split.put(
                        agreed.getKey(),
                        new ChargeSplit(agreed.getKey(), Payer.VENDOR, contract.clause(), contract.reading()));
            }
            citations
                    .of(
                            contract.clause(),
                            standing.effect() == Effect.EXCLUDES ? Effect.NOTED : standing.effect(),
                            "paidByVendor",
                            agreed.getKey().name())
                    .confirmation(standing.by())
                    .reading(contract.reading())
                    .otherwise(standing.effect() == Effect.UNDECIDED ? new Otherwise(Phrase.CONFLICT, "") : null)
                    .add();
        }
    }
}
