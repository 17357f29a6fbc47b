/** Themes that nobody has named yet: what is unclear to routing-service, in groups that say the same (row I1). */
@NullMarked
package groundswell.insights.discovery;

import org.jspecify.annotations.NullMarked;
