/** The live page that shows how the house is doing now. */
@NullMarked
package groundswell.insights.operations;

import org.jspecify.annotations.NullMarked;
