@NullMarked
package groundswell.ticket.assignment;

import org.jspecify.annotations.NullMarked;
