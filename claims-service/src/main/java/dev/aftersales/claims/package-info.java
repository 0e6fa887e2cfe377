/** The claims service: owner of the claim's lifecycle, from submission to close. */
@NullMarked
package dev.aftersales.claims;

import org.jspecify.annotations.NullMarked;
