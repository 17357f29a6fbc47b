/** How the teams' live queues stand, and how long first answers take. */
@NullMarked
package groundswell.insights.queues;

import org.jspecify.annotations.NullMarked;
