/** What this service hears. */
@NullMarked
package dev.aftersales.diagnosis.reactions;

import org.jspecify.annotations.NullMarked;
