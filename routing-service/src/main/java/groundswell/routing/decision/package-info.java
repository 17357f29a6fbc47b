@NullMarked
package groundswell.routing.decision;

import org.jspecify.annotations.NullMarked;
