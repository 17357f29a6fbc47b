/** Counts over windows, for programs: aggregates, the top five, one theme. */
@NullMarked
package groundswell.insights.aggregates;

import org.jspecify.annotations.NullMarked;
