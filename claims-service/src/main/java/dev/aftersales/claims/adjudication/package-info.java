/** Judges a claim's lines against a policy version: a pure function over facts, with the explanation it rests on. */
@NullMarked
package dev.aftersales.claims.adjudication;

import org.jspecify.annotations.NullMarked;
