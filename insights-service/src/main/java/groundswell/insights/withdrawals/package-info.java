/** Hears which customers took back what they had allowed: reports quote them no more. */
@NullMarked
package groundswell.insights.withdrawals;

import org.jspecify.annotations.NullMarked;
