package dev.aftersales.testing.bad.claims.reactions;

public class OnClaimHandler {
    void react(ClaimHandler event) {}
}
