/** The pages of ticket-service: one ticket, the queues, all tickets. They ask the same Java as the API, never HTTP. */
@NullMarked
package groundswell.ticket.page;

import org.jspecify.annotations.NullMarked;
