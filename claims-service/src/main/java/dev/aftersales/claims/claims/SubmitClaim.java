package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.UnitFacts;
import dev.aftersales.claims.contracts.Contracts;
import dev.aftersales.claims.contracts.SalesContract;
import dev.aftersales.claims.customers.Customers;
import dev.aftersales.claims.evidence.EvidenceReservation;
import dev.aftersales.claims.evidence.EvidenceReservation.Reservation;
import dev.aftersales.claims.policies.Policies;
import dev.aftersales.contracts.events.CustomerRef;
import dev.aftersales.contracts.events.UnitLine;
import dev.aftersales.contracts.events.claims.ClaimSubmitted;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submits a claim, once for each key. Everything before the insert can be repeated after a crash: the claim's id follows
 * from the key, the contact is written only when it differs, evidence is reserved for that id. The insert itself holds the
 * claim, its first judgement, its events and the answer.
 */
final class SubmitClaim {

    private static final Logger log = LoggerFactory.getLogger(SubmitClaim.class);

    /** More than one is too many already; so many are named. */
    private static final int SEVERAL = 10;

    private final Claims claims;
    private final Judge judge;
    private final Policies policies;
    private final Contracts contracts;
    private final Customers customers;
    private final EvidenceReservation evidence;
    private final Clock businessClock;
    private final JsonMapper json;

    SubmitClaim(
            Claims claims,
            Judge judge,
            Policies policies,
            Contracts contracts,
            Customers customers,
            EvidenceReservation evidence,
            Clock businessClock,
            JsonMapper json) {
        this.claims = claims;
        this.judge = judge;
        this.policies = policies;
        this.contracts = contracts;
        this.customers = customers;
        this.evidence = evidence;
        this.businessClock = businessClock;
        this.json = json;
    }

    /** @param request with its vendor resolved */
    Submission submit(Caller caller, String vendor, IdempotencyKey key, SubmissionRequest request) {
        String id = ClaimId.of(vendor, caller.person(), key);
        String hash = RequestHash.of(request);
        Optional<Claim> there = claims.find(id);
        if (there.isPresent()) {
            return repeated(there.get(), hash);
        }
        List<UnitLine> units = request.units();
        String organisation = caller.organisationOrProblem();
        Optional<SalesContract> contract;
        switch (contract(vendor, organisation, request.contractNumber(), units)) {
            case Contract.Unknown unknown -> {
                return new Submission.ContractUnknown(unknown.number());
            }
            case Contract.Several several -> {
                return new Submission.ContractsDiffer(several.numbers());
            }
            case Contract.Found found -> contract = found.contract();
        }
        Optional<Submission> mismatch = mismatch(contract, request, units);
        if (mismatch.isPresent()) {
            return mismatch.get();
        }
        Optional<CompiledPolicy> policy = policy(vendor, contract);
        if (policy.isEmpty()) {
            return new Submission.NoPolicy(vendor);
        }
        // The store keeps milliseconds in its query fields; the claim says the same instant everywhere.
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        SaidCheck check = new SaidCheck(policy.get(), now);
        Said said = request.said();
        Optional<SaidCheck.Refusal> refusal = check.refusal(
                        said, units.stream().map(UnitLine::line).toList())
                .or(() -> check.declaredCause(request.declaredCause()));
        if (refusal.isPresent()) {
            return new Submission.NotTaken(refusal.get());
        }
        List<SaidCheck.Needed> needed = check.needed(said);
        if (!needed.isEmpty()) {
            return new Submission.ConsentNeeded(policy.get().version(), needed);
        }
        Optional<CustomerRef> customer = customers.ensured(caller, vendor);
        if (customer.isEmpty()) {
            return new Submission.ContactNeeded();
        }
        List<EvidenceItem> items;
        switch (evidence.reserve(id, vendor, organisation, false, request.evidence())) {
            case Reservation.Unusable unusable -> {
                return new Submission.EvidenceUnusable(unusable.ids());
            }
            case Reservation.Reserved reserved -> items = reserved.items();
        }
        Claim claim = Claim.submitted(
                id,
                vendor,
                organisation,
                customer.get(),
                caller.person(),
                now,
                policy.get().version(),
                request.contractNumber(),
                request.contractNumber() == null
                        ? contract.map(SalesContract::number).orElse(null)
                        : null,
                request.model(),
                request.faultCode(),
                request.description(),
                request.declaredCause(),
                said.particulars(caller, now),
                said.documents(caller, now),
                items,
                units.stream().map(ClaimLine::claimed).toList(),
                new FirstAnswer(hash, 201, "/api/v1/claims/" + id, ""));
        return switch (claims.insert(first(claim, Actor.of(caller), now))) {
            case Insertion.Inserted<Claim> inserted -> {
                log.atInfo()
                        .addKeyValue("claim", id)
                        .addKeyValue("vendor", vendor)
                        .addKeyValue("lines", units.size())
                        .addKeyValue("state", inserted.stored().state().state())
                        .log("Claim accepted");
                yield new Submission.Accepted(inserted.stored().state().firstAnswer(), false);
            }
            case Insertion.AlreadyThere<Claim> twin -> repeated(twin.stored().state(), hash);
        };
    }

    /** What was found of a contract. */
    private sealed interface Contract {

        /** The one that was named, or the one of the units; empty when none was named and the units have none. */
        record Found(Optional<SalesContract> contract) implements Contract {}

        record Unknown(String number) implements Contract {}

        record Several(List<String> numbers) implements Contract {}
    }

    private Contract contract(String vendor, String organisation, @Nullable String named, List<UnitLine> units) {
        if (named != null) {
            Optional<SalesContract> contract = contracts.find(vendor, named, organisation);
            return contract.isEmpty() ? new Contract.Unknown(named) : new Contract.Found(contract);
        }
        List<SalesContract> found =
                soldUnder(contracts, vendor, organisation, units.stream().map(UnitLine::serial));
        return found.size() > 1
                ? new Contract.Several(
                        found.stream().map(SalesContract::number).sorted().toList())
                : new Contract.Found(found.stream().findFirst());
    }

    /** The contracts of the organisation under which units of these serials were sold; a few of them, if they are many. */
    static List<SalesContract> soldUnder(
            Contracts contracts, String vendor, String organisation, Stream<@Nullable String> serials) {
        Set<String> known = serials.filter(Objects::nonNull).collect(Collectors.toSet());
        return known.isEmpty() ? List.of() : contracts.ofUnits(vendor, organisation, known, SEVERAL);
    }

    /** What is claimed under a contract is judged by the version that the contract is bound to. */
    private Optional<CompiledPolicy> policy(String vendor, Optional<SalesContract> contract) {
        return contract.map(signed -> signed.policy(policies)).orElseGet(() -> policies.current(vendor));
    }

    /** A4.2: the model that is claimed is the one that was sold under that serial. */
    private static Optional<Submission> mismatch(
            Optional<SalesContract> contract, SubmissionRequest request, List<UnitLine> units) {
        InstalledBase installed = InstalledBase.of(
                contract,
                units.stream().map(UnitLine::serial).filter(Objects::nonNull).collect(Collectors.toSet()));
        for (UnitLine line : units) {
            String serial = line.serial();
            Optional<UnitFacts> other =
                    serial == null ? Optional.empty() : installed.ofAnotherModel(serial, request.model());
            if (other.isPresent()) {
                UnitFacts unit = other.get();
                return Optional.of(new Submission.ModelMismatch(
                        request.serialField(line.line()), line.line(), unit.serial(), unit.model()));
            }
        }
        return Optional.empty();
    }

    private Change<Claim> first(Claim claim, Actor submitter, Instant now) {
        Amendment amendment = new Amendment(claim, now);
        amendment.tell(new ClaimSubmitted(
                claim.id(),
                claim.vendor(),
                claim.policyVersion(),
                claim.customer(),
                claim.organisation(),
                claim.contract().orElse(null),
                claim.model(),
                claim.faultCode(),
                claim.lines().stream().map(ClaimLine::unit).toList(),
                claim.evidenceIds(),
                now));
        amendment.note(TimelineEntry.What.SUBMITTED, submitter, List.of(), null);
        List<LineOutcome> outcomes =
                judge.judge(claim, claim.lines().stream().map(ClaimLine::line).collect(Collectors.toSet()));
        new Judging(amendment, judge).apply(outcomes);
        Change<Claim> change = amendment.done();
        FirstAnswer open = claim.firstAnswer();
        return new Change<>(
                change.state()
                        .change()
                        .firstAnswer(new FirstAnswer(
                                open.bodyHash(),
                                open.status(),
                                open.location(),
                                json.writeValueAsString(ClaimSummary.of(change.state()))))
                        .done(),
                change.events());
    }

    private static Submission repeated(Claim claim, String hash) {
        return claim.firstAnswer().bodyHash().equals(hash)
                ? new Submission.Accepted(claim.firstAnswer(), true)
                : new Submission.KeyReused(claim.id());
    }
}
