/** Contact snapshots kept encrypted, opened only at the moment of use. */
@NullMarked
package dev.aftersales.chassis.contacts;

import org.jspecify.annotations.NullMarked;
