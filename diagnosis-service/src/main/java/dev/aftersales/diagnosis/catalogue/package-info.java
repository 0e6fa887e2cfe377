/** The vendor's fault catalogue: which fault codes go through without a person, and how far. */
@NullMarked
package dev.aftersales.diagnosis.catalogue;

import org.jspecify.annotations.NullMarked;
