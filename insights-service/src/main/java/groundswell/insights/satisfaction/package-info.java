/** What customers gave their answers, by theme (row I16). */
@NullMarked
package groundswell.insights.satisfaction;

import org.jspecify.annotations.NullMarked;
