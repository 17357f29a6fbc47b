/** The page on which anybody may write to support, without an account. */
@NullMarked
package groundswell.ticket.form;

import org.jspecify.annotations.NullMarked;
