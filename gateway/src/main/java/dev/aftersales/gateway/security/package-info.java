/** Owns who gets in: the check of tokens, admission by route, CORS and security headers. */
@NullMarked
package dev.aftersales.gateway.security;

import org.jspecify.annotations.NullMarked;
