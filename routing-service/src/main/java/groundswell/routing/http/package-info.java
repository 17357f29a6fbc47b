@NullMarked
package groundswell.routing.http;

import org.jspecify.annotations.NullMarked;
