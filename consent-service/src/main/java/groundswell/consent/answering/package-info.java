/** The customer's own page: read, decide, withdraw, keep a receipt. */
@NullMarked
package groundswell.consent.answering;

import org.jspecify.annotations.NullMarked;
