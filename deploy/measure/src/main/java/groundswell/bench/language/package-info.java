@NullMarked
package groundswell.bench.language;

import org.jspecify.annotations.NullMarked;
