/** Batch issues: alike units that fail, from the alarm over the emergency plan and its clock to the closing by a person. */
@NullMarked
package dev.aftersales.diagnosis.batches;

import org.jspecify.annotations.NullMarked;
