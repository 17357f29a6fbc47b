@NullMarked
package groundswell.ticket.lifecycle;

import org.jspecify.annotations.NullMarked;
