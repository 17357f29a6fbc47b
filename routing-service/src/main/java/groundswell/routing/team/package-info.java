@NullMarked
package groundswell.routing.team;

import org.jspecify.annotations.NullMarked;
