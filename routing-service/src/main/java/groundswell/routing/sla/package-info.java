/** By when: time targets measured against calendars, warned of and missed, and tickets that nobody touches. */
@NullMarked
package groundswell.routing.sla;

import org.jspecify.annotations.NullMarked;
