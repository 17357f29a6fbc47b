@NullMarked
package groundswell.ticket.parked;

import org.jspecify.annotations.NullMarked;
