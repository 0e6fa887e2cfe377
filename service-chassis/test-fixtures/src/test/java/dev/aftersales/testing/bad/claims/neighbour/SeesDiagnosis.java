package dev.aftersales.testing.bad.claims.neighbour;

import dev.aftersales.testing.bad.diagnosis.Case;

class SeesDiagnosis {
    Case theirs = new Case();
}
