@NullMarked
package groundswell.ticket;

import org.jspecify.annotations.NullMarked;
