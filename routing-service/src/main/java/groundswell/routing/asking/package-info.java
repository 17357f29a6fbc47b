@NullMarked
package groundswell.routing.asking;

import org.jspecify.annotations.NullMarked;
