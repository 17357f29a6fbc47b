/** The look and the behaviour that all pages of the house share; knows nothing of tickets or services. */
@NullMarked
package groundswell.ui;

import org.jspecify.annotations.NullMarked;
