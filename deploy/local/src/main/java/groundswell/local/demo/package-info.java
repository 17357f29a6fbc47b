/** The month of an invented software company that a new house is filled with, through its public API. */
@NullMarked
package groundswell.local.demo;

import org.jspecify.annotations.NullMarked;
