/** Cases: one per claim, answered from the catalogue or concluded by a technician who took it from the queue. */
@NullMarked
package dev.aftersales.diagnosis.cases;

import org.jspecify.annotations.NullMarked;
