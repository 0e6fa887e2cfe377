package dev.aftersales.claims.claims;

import dev.aftersales.chassis.aggregate.Change;
import dev.aftersales.chassis.aggregate.Insertion;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.claims.adjudication.CompiledPolicy;
import dev.aftersales.claims.adjudication.EvidenceItem;
import dev.aftersales.claims.adjudication.LineOutcome;
import dev.aftersales.claims.adjudication.Pass;
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
import java.util.stream.Collectors;
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
        Optional<SalesContract> contract = contracts.find(vendor, request.contractNumber(), organisation);
        if (contract.isEmpty()) {
            return new Submission.ContractUnknown(request.contractNumber());
        }
        Optional<Submission> mismatch = mismatch(contract, request, units);
        if (mismatch.isPresent()) {
            return mismatch.get();
        }
        Optional<CompiledPolicy> policy = policies.current(vendor);
        if (policy.isEmpty()) {
            return new Submission.NoPolicy(vendor);
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
        // The store keeps milliseconds in its query fields; the claim says the same instant everywhere.
        Instant now = businessClock.instant().truncatedTo(ChronoUnit.MILLIS);
        Claim claim = new Claim(
                id,
                vendor,
                organisation,
                customer.get(),
                caller.person(),
                now,
                policy.get().version(),
                request.contractNumber(),
                request.model(),
                request.faultCode(),
                request.description(),
                request.declaredCause(),
                items,
                units.stream().map(ClaimLine::claimed).toList(),
                null,
                null,
                List.of(),
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
                claim.contractNumber(),
                claim.model(),
                claim.faultCode(),
                claim.lines().stream().map(ClaimLine::unit).toList(),
                claim.evidenceIds(),
                now));
        amendment.note(TimelineEntry.What.SUBMITTED, submitter, List.of(), null);
        List<LineOutcome> outcomes =
                judge.judge(claim, claim.lines().stream().map(ClaimLine::line).collect(Collectors.toSet()), Pass.FIRST);
        new Judging(amendment, Actor.policy(claim.policyVersion())).apply(outcomes);
        Change<Claim> change = amendment.done();
        FirstAnswer open = claim.firstAnswer();
        return new Change<>(
                change.state()
                        .withFirstAnswer(new FirstAnswer(
                                open.bodyHash(),
                                open.status(),
                                open.location(),
                                json.writeValueAsString(ClaimSummary.of(change.state())))),
                change.events());
    }

    private static Submission repeated(Claim claim, String hash) {
        return claim.firstAnswer().bodyHash().equals(hash)
                ? new Submission.Accepted(claim.firstAnswer(), true)
                : new Submission.KeyReused(claim.id());
    }
}
