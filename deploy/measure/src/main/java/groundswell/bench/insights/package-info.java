/** What years of history cost those who look at it. */
@NullMarked
package groundswell.bench.insights;

import org.jspecify.annotations.NullMarked;
