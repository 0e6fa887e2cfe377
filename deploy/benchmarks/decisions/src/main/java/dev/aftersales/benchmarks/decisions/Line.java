package dev.aftersales.benchmarks.decisions;

import dev.aftersales.claims.adjudication.Facts;
import dev.aftersales.claims.adjudication.Pass;

/** One line to decide, alone in its claim. */
record Line(Facts facts, Pass pass) {}
