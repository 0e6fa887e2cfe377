/** What the services agree on: topics, event types and the envelope that carries them. */
@NullMarked
package dev.aftersales.contracts;

import org.jspecify.annotations.NullMarked;
