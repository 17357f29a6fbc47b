@NullMarked
package groundswell.routing.preview;

import org.jspecify.annotations.NullMarked;
