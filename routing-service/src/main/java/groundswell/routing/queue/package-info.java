/** How the queues stand: counts per team and person, live and on Kafka, and what is due first. */
@NullMarked
package groundswell.routing.queue;

import org.jspecify.annotations.NullMarked;
