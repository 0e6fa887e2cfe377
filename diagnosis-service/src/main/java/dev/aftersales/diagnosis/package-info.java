/** Says what is wrong with the units of a claim, from the vendor's fault catalogue or by a technician's word. */
@NullMarked
package dev.aftersales.diagnosis;

import org.jspecify.annotations.NullMarked;
