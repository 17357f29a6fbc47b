@NullMarked
package groundswell.routing.triage;

import org.jspecify.annotations.NullMarked;
