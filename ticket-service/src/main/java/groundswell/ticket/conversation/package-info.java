@NullMarked
package groundswell.ticket.conversation;

import org.jspecify.annotations.NullMarked;
