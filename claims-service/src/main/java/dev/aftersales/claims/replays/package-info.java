/** What another version of a policy would have made of the claims that there are: jobs, and the verdicts that flip. */
@NullMarked
package dev.aftersales.claims.replays;

import org.jspecify.annotations.NullMarked;
