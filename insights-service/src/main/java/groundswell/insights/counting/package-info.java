/** Keeps the counts: hears both topics, remembers a narrow row per ticket, and changes the counts by differences. */
@NullMarked
package groundswell.insights.counting;

import org.jspecify.annotations.NullMarked;
