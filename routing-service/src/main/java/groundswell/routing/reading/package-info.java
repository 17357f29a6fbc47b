@NullMarked
package groundswell.routing.reading;

import org.jspecify.annotations.NullMarked;
