/** The texts that customers agree to: data, with a version and a language. A published version is never edited. */
@NullMarked
package groundswell.consent.notice;

import org.jspecify.annotations.NullMarked;
