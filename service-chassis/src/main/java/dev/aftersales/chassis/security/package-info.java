/** Who calls, and what each route allows. */
@NullMarked
package dev.aftersales.chassis.security;

import org.jspecify.annotations.NullMarked;
