/** The people of a vendor who are told of deadlines, by role, and the shared mailbox of each. */
@NullMarked
package dev.aftersales.notifications.teams;

import org.jspecify.annotations.NullMarked;
