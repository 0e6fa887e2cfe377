package dev.aftersales.testing.good.claims.reactions;

import dev.aftersales.testing.good.claims.intake.Claim.Submitted;

class OnSubmitted {
    void react(Submitted event) {}
}
