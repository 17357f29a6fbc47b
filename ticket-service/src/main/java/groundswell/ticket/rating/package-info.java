/** What customers think of how they were helped: a link for each resolution, and the page behind it. */
@NullMarked
package groundswell.ticket.rating;

import org.jspecify.annotations.NullMarked;
