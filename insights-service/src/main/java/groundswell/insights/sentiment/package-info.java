/** In which mood customers write, by theme (row I16). */
@NullMarked
package groundswell.insights.sentiment;

import org.jspecify.annotations.NullMarked;
