/** What support can't resolve, by theme and reason: the product-gap list (row I11). */
@NullMarked
package groundswell.insights.escalations;

import org.jspecify.annotations.NullMarked;
