package dev.aftersales.testing.bad.claims.reactions;

class OnClaimClosed {
    void react(ClaimHandler other) {}
}
