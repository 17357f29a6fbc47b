/** Who answers: a team's tickets come to its people who are at work, and go back to the queue from those who are not. */
@NullMarked
package groundswell.routing.dealing;

import org.jspecify.annotations.NullMarked;
