/** The gateway as its callers see it: a login, a request, an answer. */
@NullMarked
package dev.aftersales.local.gateway;

import org.jspecify.annotations.NullMarked;
