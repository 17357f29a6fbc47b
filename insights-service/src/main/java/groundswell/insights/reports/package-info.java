/** Weekly digest and monthly document: frozen, with the tickets that every number comes from (row I13). */
@NullMarked
package groundswell.insights.reports;

import org.jspecify.annotations.NullMarked;
