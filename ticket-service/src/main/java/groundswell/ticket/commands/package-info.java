@NullMarked
package groundswell.ticket.commands;

import org.jspecify.annotations.NullMarked;
