/** Stories that are safe to tell: drafted, checked by a person, released, found, recalled. */
@NullMarked
package groundswell.consent.stories;

import org.jspecify.annotations.NullMarked;
