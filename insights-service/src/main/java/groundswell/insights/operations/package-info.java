/** The Operations page, live. */
@NullMarked
package groundswell.insights.operations;

import org.jspecify.annotations.NullMarked;
