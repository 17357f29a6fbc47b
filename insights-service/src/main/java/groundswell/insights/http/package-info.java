/** Who asks, and which version they have seen. */
@NullMarked
package groundswell.insights.http;

import org.jspecify.annotations.NullMarked;
