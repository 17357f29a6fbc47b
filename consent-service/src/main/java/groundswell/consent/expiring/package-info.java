/** What has run out ends by itself. */
@NullMarked
package groundswell.consent.expiring;

import org.jspecify.annotations.NullMarked;
