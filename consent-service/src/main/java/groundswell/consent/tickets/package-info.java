/** What we know of tickets, from their events. */
@NullMarked
package groundswell.consent.tickets;

import org.jspecify.annotations.NullMarked;
