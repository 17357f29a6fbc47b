/**
 * Real PostgreSQL and real Kafka on any machine with a JDK: for the launcher, where data is kept and durable, and for
 * tests, where it is thrown away. Docker is not needed; {@code -Dstack=containers} uses it all the same.
 */
@NullMarked
package groundswell.stack;

import org.jspecify.annotations.NullMarked;
