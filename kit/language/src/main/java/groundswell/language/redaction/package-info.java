/**
 * Takes out of a text what could tell whom it is about. Recall before precision: a word too many removed costs a little
 * meaning, a word too few costs a person's trust; and a person approves every text before it is used.
 */
@NullMarked
package groundswell.language.redaction;

import org.jspecify.annotations.NullMarked;
