/** Several tickets about one thing become one: the others rest, and what is written to them goes there (row T8). */
@NullMarked
package groundswell.ticket.merging;

import org.jspecify.annotations.NullMarked;
