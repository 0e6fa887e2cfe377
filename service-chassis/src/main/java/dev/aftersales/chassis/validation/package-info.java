/** Constraints of what several services are told over their APIs. */
@NullMarked
package dev.aftersales.chassis.validation;

import org.jspecify.annotations.NullMarked;
