@NullMarked
package groundswell.bench.journal;

import org.jspecify.annotations.NullMarked;
