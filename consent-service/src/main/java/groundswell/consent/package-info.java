@NullMarked
package groundswell.consent;

import org.jspecify.annotations.NullMarked;
