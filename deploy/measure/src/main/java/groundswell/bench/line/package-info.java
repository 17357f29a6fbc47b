@NullMarked
package groundswell.bench.line;

import org.jspecify.annotations.NullMarked;
