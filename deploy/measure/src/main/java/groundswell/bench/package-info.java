/**
 * Measurements: ratios taken within one run are compared with a bar, absolute figures are only reported, together with
 * the load of the machine.
 */
@NullMarked
package groundswell.bench;

import org.jspecify.annotations.NullMarked;
