@NullMarked
package groundswell.ticket.imports;

import org.jspecify.annotations.NullMarked;
