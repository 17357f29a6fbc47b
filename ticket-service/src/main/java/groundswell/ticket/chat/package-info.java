/** Chats that end as tickets. */
@NullMarked
package groundswell.ticket.chat;

import org.jspecify.annotations.NullMarked;
