/** How a service leaves without failing anybody's request. */
@NullMarked
package dev.aftersales.chassis.shutdown;

import org.jspecify.annotations.NullMarked;
