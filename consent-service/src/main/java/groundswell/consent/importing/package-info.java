/** Answers of the past, told by another system. */
@NullMarked
package groundswell.consent.importing;

import org.jspecify.annotations.NullMarked;
