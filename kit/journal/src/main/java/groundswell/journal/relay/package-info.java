@NullMarked
package groundswell.journal.relay;

import org.jspecify.annotations.NullMarked;
