/** What of a week is worth telling others: two lanes, each with the figures that decided (row I4). */
@NullMarked
package groundswell.insights.newsworthy;

import org.jspecify.annotations.NullMarked;
