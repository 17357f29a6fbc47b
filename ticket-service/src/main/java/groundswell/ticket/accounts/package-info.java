/** What the company knows of its customers' accounts, and how many customers it has on a day (row T22). */
@NullMarked
package groundswell.ticket.accounts;

import org.jspecify.annotations.NullMarked;
