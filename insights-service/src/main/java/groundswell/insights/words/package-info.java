/** Their words: cues in what customers write, with quotes, and thank-yous for the teams that earned them (rows I10, I15). */
@NullMarked
package groundswell.insights.words;

import org.jspecify.annotations.NullMarked;
