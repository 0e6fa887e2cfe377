/** Real infrastructure, tokens, event probes, access matrices and architecture rules that every module's tests share. */
@NullMarked
package dev.aftersales.testing;

import org.jspecify.annotations.NullMarked;
