@NullMarked
package groundswell.ticket.desk;

import org.jspecify.annotations.NullMarked;
