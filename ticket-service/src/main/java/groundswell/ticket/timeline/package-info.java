@NullMarked
package groundswell.ticket.timeline;

import org.jspecify.annotations.NullMarked;
