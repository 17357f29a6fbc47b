/** The pages on themes: all of them ranked, and one of them in depth. */
@NullMarked
package groundswell.insights.themes;

import org.jspecify.annotations.NullMarked;
