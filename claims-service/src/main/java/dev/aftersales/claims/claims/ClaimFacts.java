package dev.aftersales.claims.claims;

import dev.aftersales.claims.adjudication.Confirmation;
import dev.aftersales.claims.adjudication.Confirmer;
import dev.aftersales.claims.adjudication.Consented;
import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.LineFacts;
import dev.aftersales.claims.adjudication.Pass;
import dev.aftersales.claims.agreements.Agreement;
import dev.aftersales.claims.agreements.Agreements;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the facts that a stored claim is judged by: what was said, what was found, and what the contract knows. */
final class ClaimFacts {

    private final Contracts contracts;
    private final Agreements agreements;

    ClaimFacts(Contracts contracts, Agreements agreements) {
        this.contracts = contracts;
        this.agreements = agreements;
    }

    /** The facts of these lines, by the pass that they stand at; a pass that none stands at is absent. */
    public Map<Pass, Facts> byPass(Claim claim, Set<Integer> lines) {
        List<ClaimLine> judged = claim.lines().stream()
                .filter(line -> lines.contains(line.line()))
                .toList();
        Set<String> serials =
                judged.stream().map(ClaimLine::serial).filter(Objects::nonNull).collect(Collectors.toSet());
        Optional<SalesContract> contract = contract(claim);
        return byPass(claim, judged, InstalledBase.of(contract, serials, agreements(contract)));
    }

    /** For going over many claims: a contract is not read again as long as it is among the last ones that were needed. */
    public Walk walk() {
        return new Walk();
    }

    private Optional<SalesContract> contract(Claim claim) {
        return claim.contract().flatMap(number -> contracts.find(claim.vendor(), number, claim.organisation()));
    }

    private List<Agreement> agreements(Optional<SalesContract> contract) {
        return contract.map(known -> agreements.ofContracts(known.vendor(), Set.of(known.number())))
                .orElse(List.of());
    }

    private static Map<Pass, Facts> byPass(Claim claim, List<ClaimLine> lines, InstalledBase installed) {
        Map<Pass, List<LineFacts>> byPass = new EnumMap<>(Pass.class);
        for (ClaimLine line : lines) {
            byPass.computeIfAbsent(Judge.passOf(line), pass -> new ArrayList<>())
                    .add(facts(claim, line, installed));
        }
        Map<Pass, Facts> facts = new EnumMap<>(Pass.class);
        byPass.forEach((pass, ofPass) -> facts.put(pass, facts(claim, ofPass, installed)));
        return facts;
    }

    private static Facts facts(Claim claim, List<LineFacts> lines, InstalledBase installed) {
        Particulars said = claim.particulars();
        return new Facts(
                claim.submittedAt(),
                claim.submittedBy(),
                claim.contractNumber(),
                installed.isKnown(),
                claim.model(),
                !claim.description().isBlank(),
                said.faultDate(),
                claim.declaredCause(),
                said.channel(),
                said.site(),
                said.consents().stream().collect(Collectors.toMap(Consent::item, ClaimFacts::consented)),
                said.unavailable().stream().collect(Collectors.toMap(Unavailable::item, ClaimFacts::said)),
                claim.evidence(),
                installed.terms(),
                lines);
    }

    private static Consented consented(Consent consent) {
        return new Consented(consent.version(), consent.by(), consent.at(), consent.state(), consent.detail());
    }

    private static Confirmation said(Unavailable unavailable) {
        return new Confirmation(new Confirmer(Confirmer.Kind.CUSTOMER, unavailable.by()), unavailable.at());
    }

    private static LineFacts facts(Claim claim, ClaimLine line, InstalledBase installed) {
        Conclusion conclusion = line.conclusion();
        String serial = line.serial();
        return new LineFacts(
                line.line(),
                serial,
                serial == null ? null : installed.unit(serial).orElse(null),
                ClaimDocument.of(claim.documents(), line.line()),
                claim.particulars().component(),
                claim.particulars().facts(),
                conclusion == null ? null : conclusion.diagnosis(),
                line.reviews(),
                line.rulings());
    }

    /**
     * One going over many claims, by one thread. It takes a contract, and what was agreed about its units,
     * to be as it was when the walk came by it, until so
     * many others were needed that it is read again.
     */
    final class Walk {

        /** Some 50 MB. */
        private static final int UNITS_KEPT = 100_000;

        private final Map<Holding, InstalledBase> known = new LinkedHashMap<>(64, 0.75f, true);
        private int unitsKept;

        private Walk() {}

        /** The facts of all lines of the claim, by the pass that they stand at; a pass that none stands at is absent. */
        public Map<Pass, Facts> byPass(Claim claim) {
            return ClaimFacts.byPass(claim, claim.lines(), installed(claim));
        }

        /** Reads the contracts of these claims that are not known yet, all at once. */
        void prepare(Collection<Claim> claims) {
            Map<String, Set<Holding>> wanted = new HashMap<>();
            for (Claim claim : claims) {
                Holding holding = Holding.of(claim);
                // Looking it up also says that it was needed last.
                if (holding != null && known.get(holding) == null) {
                    wanted.computeIfAbsent(holding.vendor(), vendor -> new HashSet<>())
                            .add(holding);
                }
            }
            wanted.forEach((vendor, holdings) -> {
                Set<String> numbers = holdings.stream().map(Holding::number).collect(Collectors.toSet());
                Map<String, SalesContract> found = new HashMap<>();
                contracts.findAll(vendor, numbers).forEach(contract -> found.put(contract.number(), contract));
                Map<String, List<Agreement>> agreed = agreements.ofContracts(vendor, numbers).stream()
                        .collect(Collectors.groupingBy(Agreement::contract));
                holdings.forEach(holding -> keep(
                        holding,
                        InstalledBase.of(
                                Optional.ofNullable(found.get(holding.number()))
                                        .filter(contract ->
                                                contract.organisation().equals(holding.organisation())),
                                agreed.getOrDefault(holding.number(), List.of()))));
            });
        }

        private InstalledBase installed(Claim claim) {
            Holding holding = Holding.of(claim);
            if (holding == null) {
                return InstalledBase.NOTHING;
            }
            InstalledBase there = known.get(holding);
            if (there != null) {
                return there;
            }
            Optional<SalesContract> contract = contract(claim);
            return keep(holding, InstalledBase.of(contract, agreements(contract)));
        }

        private InstalledBase keep(Holding holding, InstalledBase read) {
            InstalledBase before = known.put(holding, read);
            unitsKept += read.weight() - (before == null ? 0 : before.weight());
            Iterator<InstalledBase> oldestFirst = known.values().iterator();
            while (unitsKept > UNITS_KEPT && known.size() > 1) {
                unitsKept -= oldestFirst.next().weight();
                oldestFirst.remove();
            }
            return read;
        }
    }

    /** A contract, for the organisation that is said to hold it. */
    private record Holding(String vendor, String number, String organisation) {

        /** Absent for a claim that has no contract. */
        static @Nullable Holding of(Claim claim) {
            return claim.contract()
                    .map(number -> new Holding(claim.vendor(), number, claim.organisation()))
                    .orElse(null);
        }
    }
}
