@NullMarked
package groundswell.routing.rule;

import org.jspecify.annotations.NullMarked;
