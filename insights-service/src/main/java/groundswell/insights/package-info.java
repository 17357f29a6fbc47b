@NullMarked
package groundswell.insights;

import org.jspecify.annotations.NullMarked;
