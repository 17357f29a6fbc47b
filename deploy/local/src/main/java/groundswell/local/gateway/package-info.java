/**
 * One address and one log-in for all services. Browsers hold a session cookie and the gateway holds their token; clients
 * with a token of their own pass through untouched.
 */
@NullMarked
package groundswell.local.gateway;

import org.jspecify.annotations.NullMarked;
