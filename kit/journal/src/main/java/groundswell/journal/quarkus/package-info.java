@NullMarked
package groundswell.journal.quarkus;

import org.jspecify.annotations.NullMarked;
