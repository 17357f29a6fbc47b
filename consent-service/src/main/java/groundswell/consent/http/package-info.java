/** What every answer over HTTP has in common: problems, roles, people. */
@NullMarked
package groundswell.consent.http;

import org.jspecify.annotations.NullMarked;
