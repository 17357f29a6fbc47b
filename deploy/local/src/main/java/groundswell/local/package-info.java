/**
 * The whole house on one machine: PostgreSQL and Kafka in this JVM's care, each service as a process of its own, and the
 * gateway in front. What {@code deploy/up} runs; journeys and measurements start a {@link groundswell.local.House} too.
 */
@NullMarked
package groundswell.local;

import org.jspecify.annotations.NullMarked;
