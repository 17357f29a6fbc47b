/** The journal of consents, as the slices use it. */
@NullMarked
package groundswell.consent.journal;

import org.jspecify.annotations.NullMarked;
