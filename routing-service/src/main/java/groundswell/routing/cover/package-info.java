/** Arrivals against people at work: where gaps in cover are. */
@NullMarked
package groundswell.routing.cover;

import org.jspecify.annotations.NullMarked;
