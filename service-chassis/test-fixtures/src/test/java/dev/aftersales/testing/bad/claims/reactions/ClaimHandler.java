package dev.aftersales.testing.bad.claims.reactions;

class ClaimHandler {}
