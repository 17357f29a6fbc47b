@NullMarked
package groundswell.routing;

import org.jspecify.annotations.NullMarked;
