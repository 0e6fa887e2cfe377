/** Events as they travel: the CloudEvents codec, and the reactions that hear them. */
@NullMarked
package dev.aftersales.chassis.events;

import org.jspecify.annotations.NullMarked;
