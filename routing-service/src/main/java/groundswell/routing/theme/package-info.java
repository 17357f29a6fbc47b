@NullMarked
package groundswell.routing.theme;

import org.jspecify.annotations.NullMarked;
