@NullMarked
package groundswell.insights.parked;

import org.jspecify.annotations.NullMarked;
