/** The live radar: how full each group of alike units is, as a list and as a stream. */
@NullMarked
package dev.aftersales.diagnosis.gauges;

import org.jspecify.annotations.NullMarked;
