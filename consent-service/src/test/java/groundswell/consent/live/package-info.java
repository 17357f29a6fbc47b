/** The running service against real PostgreSQL and Kafka, and what its tests share. */
@NullMarked
package groundswell.consent.live;

import org.jspecify.annotations.NullMarked;
