@NullMarked
package groundswell.ticket.labels;

import org.jspecify.annotations.NullMarked;
