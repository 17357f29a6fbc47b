@NullMarked
package groundswell.routing.choosing;

import org.jspecify.annotations.NullMarked;
