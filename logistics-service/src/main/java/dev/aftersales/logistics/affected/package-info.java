/** Which claims have units in a batch issue, as diagnosis-service tells with the lines. */
@NullMarked
package dev.aftersales.logistics.affected;

import org.jspecify.annotations.NullMarked;
