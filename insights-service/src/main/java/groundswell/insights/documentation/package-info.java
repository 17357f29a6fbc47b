/** What customers look up in the help centre, set against what they write in about (row I20). */
@NullMarked
package groundswell.insights.documentation;

import org.jspecify.annotations.NullMarked;
