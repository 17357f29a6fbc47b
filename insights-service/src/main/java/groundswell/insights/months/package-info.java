/** Month by month: which themes grow, shrink or come back (row I12). */
@NullMarked
package groundswell.insights.months;

import org.jspecify.annotations.NullMarked;
