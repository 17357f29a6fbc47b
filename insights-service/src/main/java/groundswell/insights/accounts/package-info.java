/** Which customers write: how many of all, and whether they leave (row T22). */
@NullMarked
package groundswell.insights.accounts;

import org.jspecify.annotations.NullMarked;
