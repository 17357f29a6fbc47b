/** Tells pages that what they show may have changed, so that they show the new ones (row I18). */
@NullMarked
package groundswell.insights.live;

import org.jspecify.annotations.NullMarked;
