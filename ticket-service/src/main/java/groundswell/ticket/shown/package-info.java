@NullMarked
package groundswell.ticket.shown;

import org.jspecify.annotations.NullMarked;
