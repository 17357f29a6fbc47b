/** The tickets behind a number. */
@NullMarked
package groundswell.insights.tickets;

import org.jspecify.annotations.NullMarked;
