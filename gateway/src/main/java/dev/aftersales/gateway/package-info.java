/** The one public door of the suite: it owns routes, admission and the partner intake, and holds no state. */
@NullMarked
package dev.aftersales.gateway;

import org.jspecify.annotations.NullMarked;
