/** How long customers wait for a first answer and for a resolution. */
@NullMarked
package groundswell.insights.responsetimes;

import org.jspecify.annotations.NullMarked;
