/** The auto-configuration that gives every service the same outbox, inbox, problems, security and health. */
@NullMarked
package dev.aftersales.chassis;

import org.jspecify.annotations.NullMarked;
