/** What several services are told over their APIs: its constraints, and the one form of what people write in many. */
@NullMarked
package dev.aftersales.chassis.validation;

import org.jspecify.annotations.NullMarked;
