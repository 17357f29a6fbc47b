@NullMarked
package groundswell.ticket.opening;

import org.jspecify.annotations.NullMarked;
