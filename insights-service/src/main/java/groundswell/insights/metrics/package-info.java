/** What a dashboard of one's own needs: queues, themes and surges as Prometheus gauges. */
@NullMarked
package groundswell.insights.metrics;

import org.jspecify.annotations.NullMarked;
