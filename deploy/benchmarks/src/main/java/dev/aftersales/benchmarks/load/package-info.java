/** Claims sent at their scheduled times, and the moment at which the mail server takes the mail that answers each. */
@NullMarked
package dev.aftersales.benchmarks.load;

import org.jspecify.annotations.NullMarked;
