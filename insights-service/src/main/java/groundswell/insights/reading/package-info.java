/** Thirty minutes a week: a sample of tickets for each person to read (row I17). */
@NullMarked
package groundswell.insights.reading;

import org.jspecify.annotations.NullMarked;
