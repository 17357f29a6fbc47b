@NullMarked
package groundswell.ticket.lists;

import org.jspecify.annotations.NullMarked;
