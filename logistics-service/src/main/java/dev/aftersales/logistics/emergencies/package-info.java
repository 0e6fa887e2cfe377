/** What the vendor's stock does for batch issues: parts that are reserved, and lots whose shipping is held. */
@NullMarked
package dev.aftersales.logistics.emergencies;

import org.jspecify.annotations.NullMarked;
