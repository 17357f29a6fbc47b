@NullMarked
package groundswell.routing.parked;

import org.jspecify.annotations.NullMarked;
