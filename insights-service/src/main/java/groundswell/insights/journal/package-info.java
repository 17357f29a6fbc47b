/** Where what we conclude is written down and published, and what it takes to conclude: all that was heard, at one moment. */
@NullMarked
package groundswell.insights.journal;

import org.jspecify.annotations.NullMarked;
