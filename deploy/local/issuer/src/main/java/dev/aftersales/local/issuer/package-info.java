/** The OpenID issuer of the local platform: its people, its clients and the claims in their tokens. */
@NullMarked
package dev.aftersales.local.issuer;

import org.jspecify.annotations.NullMarked;
