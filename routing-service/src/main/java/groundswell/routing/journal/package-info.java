@NullMarked
package groundswell.routing.journal;

import org.jspecify.annotations.NullMarked;
