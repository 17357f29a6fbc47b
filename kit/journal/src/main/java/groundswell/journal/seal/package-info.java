@NullMarked
package groundswell.journal.seal;

import org.jspecify.annotations.NullMarked;
