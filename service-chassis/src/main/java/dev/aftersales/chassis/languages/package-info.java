/** Words that people read, in every language that the suite speaks. */
@NullMarked
package dev.aftersales.chassis.languages;

import org.jspecify.annotations.NullMarked;
