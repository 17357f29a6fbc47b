/** Which ticket is allowed what: one look for agents, one list for legal. */
@NullMarked
package groundswell.consent.register;

import org.jspecify.annotations.NullMarked;
