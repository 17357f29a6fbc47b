@NullMarked
package groundswell.journal;

import org.jspecify.annotations.NullMarked;
