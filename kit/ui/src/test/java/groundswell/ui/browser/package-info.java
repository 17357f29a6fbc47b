/** For page tests of every service: a real browser per test, and what every page must be. Shipped as this module's test-jar. */
@NullMarked
package groundswell.ui.browser;

import org.jspecify.annotations.NullMarked;
