/** Carries out what a claim authorises: keeps spare parts, sends them, and says what became of them. */
@NullMarked
package dev.aftersales.logistics;

import org.jspecify.annotations.NullMarked;
