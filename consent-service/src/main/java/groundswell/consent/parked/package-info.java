@NullMarked
package groundswell.consent.parked;

import org.jspecify.annotations.NullMarked;
