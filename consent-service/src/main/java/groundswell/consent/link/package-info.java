/** Customers' links: a secret that answers for one person about one request. */
@NullMarked
package groundswell.consent.link;

import org.jspecify.annotations.NullMarked;
