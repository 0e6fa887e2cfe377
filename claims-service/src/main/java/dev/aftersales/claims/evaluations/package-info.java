/** What policies would say of given facts, without a claim: one version, two, or those of all vendors side by side. */
@NullMarked
package dev.aftersales.claims.evaluations;

import org.jspecify.annotations.NullMarked;
