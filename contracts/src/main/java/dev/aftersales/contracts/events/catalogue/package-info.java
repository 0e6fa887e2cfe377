/** What diagnosis-service says of the vendors' fault catalogues. */
@NullMarked
package dev.aftersales.contracts.events.catalogue;

import org.jspecify.annotations.NullMarked;
