/** Launches and fixes: what they did to the themes that customers write about (rows I6 and I7). */
@NullMarked
package groundswell.insights.effects;

import org.jspecify.annotations.NullMarked;
