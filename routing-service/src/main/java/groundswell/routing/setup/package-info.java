@NullMarked
package groundswell.routing.setup;

import org.jspecify.annotations.NullMarked;
