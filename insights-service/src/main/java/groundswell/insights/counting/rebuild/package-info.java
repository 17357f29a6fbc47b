/** Counts everything again from the first event, beside the live counts, and puts the result in their place (row I19). */
@NullMarked
package groundswell.insights.counting.rebuild;

import org.jspecify.annotations.NullMarked;
