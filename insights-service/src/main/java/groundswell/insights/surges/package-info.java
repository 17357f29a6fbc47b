/** Surges: what grows far beyond its usual rhythm, found in the time of the events themselves (row I5). */
@NullMarked
package groundswell.insights.surges;

import org.jspecify.annotations.NullMarked;
