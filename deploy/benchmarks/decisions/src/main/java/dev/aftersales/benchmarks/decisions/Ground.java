package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Effect;

/** A clause that speaks for or against cover, and how. */
record Ground(String clause, Effect effect) {}
