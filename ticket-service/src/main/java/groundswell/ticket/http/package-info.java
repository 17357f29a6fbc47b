@NullMarked
package groundswell.ticket.http;

import org.jspecify.annotations.NullMarked;
