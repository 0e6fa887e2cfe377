/** Policy packs: reads the YAML of each vendor's policy versions, refuses a wrong one at start, hands out the compiled. */
@NullMarked
package dev.aftersales.claims.policies;

import org.jspecify.annotations.NullMarked;
