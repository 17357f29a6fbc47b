@NullMarked
package groundswell.journal.inbox;

import org.jspecify.annotations.NullMarked;
