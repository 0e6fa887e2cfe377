package dev.aftersales.claims.claims;

import dev.aftersales.chassis.paging.Page;
import dev.aftersales.chassis.problems.Problem;
import dev.aftersales.chassis.security.Allowed;
import dev.aftersales.chassis.security.Caller;
import dev.aftersales.chassis.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments that pay for nothing: found, and settled by hand. */
@RestController
class PaymentsController {

    private final ClaimAccess access;
    private final PaymentList list;
    private final SettlePayment settlePayment;
    private final StrayPayments strays;

    PaymentsController(ClaimAccess access, PaymentList list, SettlePayment settlePayment, StrayPayments strays) {
        this.access = access;
        this.list = list;
        this.settlePayment = settlePayment;
        this.strays = strays;
    }

    /** What can be listed. */
    enum State {
        /** Pays for nothing, and nobody has settled it. */
        UNAPPLIED
    }

    /** @param reason how it was settled, for the vendor's staff */
    record SettlementRequest(@NotBlank @Size(max = 2_000) String reason) {}

    /** @param state required: payments that paid a quote stand with the quote */
    @Allowed({Role.FINANCE, Role.VENDOR_OPS})
    @GetMapping("/api/v1/payments")
    Page<PaymentList.Row> list(
            Caller caller,
            @RequestParam State state,
            @RequestParam(required = false) @Nullable String vendor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return switch (state) {
            case UNAPPLIED -> list.unapplied(caller.vendorOr(vendor), cursor, limit);
        };
    }

    /** @param payment its number in the claim */
    @Allowed({Role.FINANCE, Role.VENDOR_OPS})
    @PostMapping("/api/v1/claims/{id}/payments/{payment}/settlement")
    UnappliedPaymentView settle(
            Caller caller,
            @PathVariable String id,
            @PathVariable int payment,
            @Valid @RequestBody SettlementRequest request) {
        Claim claim = access.priced(caller, id);
        return view(
                settlePayment.settle(caller, claim, payment, request.reason()),
                String.valueOf(payment),
                "GET /api/v1/claims/" + id + "/quote shows how it was settled.");
    }

    /** Settles a payment that was told for a claim that the vendor does not have. */
    @Allowed({Role.FINANCE, Role.VENDOR_OPS})
    @PostMapping("/api/v1/payments/{id}/settlement")
    UnappliedPaymentView settle(Caller caller, @PathVariable String id, @Valid @RequestBody SettlementRequest request) {
        return view(
                strays.settle(caller, id, request.reason()).orElseGet(SettlePayment.Outcome.Unknown::new),
                id,
                "Ask whoever settled it.");
    }

    private static UnappliedPaymentView view(SettlePayment.Outcome outcome, String payment, String next) {
        return switch (outcome) {
            case SettlePayment.Outcome.Settled settled -> UnappliedPaymentView.of(settled.payment(), true);
            case SettlePayment.Outcome.Unknown unknown ->
                throw Problem.notFound("payment", payment).exception();
            case SettlePayment.Outcome.SettledAlready already ->
                throw Problem.status(409)
                        .type("payment-settled")
                        .title("The payment is settled already")
                        .detail("Nothing changed. " + next)
                        .with("payment", payment)
                        .exception();
        };
    }
}
