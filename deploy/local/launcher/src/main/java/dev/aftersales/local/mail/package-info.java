/** The mail server of the local platform, whose mails outlive a restart. */
@NullMarked
package dev.aftersales.local.mail;

import org.jspecify.annotations.NullMarked;
