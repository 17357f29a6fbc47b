/** Refusals as {@code application/problem+json}. */
@NullMarked
package groundswell.insights.problems;

import org.jspecify.annotations.NullMarked;
