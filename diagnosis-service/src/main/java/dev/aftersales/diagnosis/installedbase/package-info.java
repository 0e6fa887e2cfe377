/** The units that were sold, as claims-service tells of them: by model and production lot, and no person. */
@NullMarked
package dev.aftersales.diagnosis.installedbase;

import org.jspecify.annotations.NullMarked;
