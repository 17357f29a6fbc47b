/**
 * What customers keep running into, and whether it is getting better. Read {@link groundswell.insights.TicketFact} (what
 * we hear), {@link groundswell.insights.CountedTicket} (what we remember of a ticket), {@link
 * groundswell.insights.Changes} (what that does to the counts), then {@link groundswell.insights.Window} (what is shown).
 * This package depends on the JDK alone.
 */
@NullMarked
package groundswell.insights;

import org.jspecify.annotations.NullMarked;
