/** Configuration, and the clock. */
@NullMarked
package groundswell.insights.setup;

import org.jspecify.annotations.NullMarked;
