/** Where what we conclude is written down and published. */
@NullMarked
package groundswell.insights.journal;

import org.jspecify.annotations.NullMarked;
