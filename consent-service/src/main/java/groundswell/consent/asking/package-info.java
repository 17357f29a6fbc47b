/** An agent asks; the customer gets a link. */
@NullMarked
package groundswell.consent.asking;

import org.jspecify.annotations.NullMarked;
