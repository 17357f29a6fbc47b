/**
 * Reading short texts without a network: tokens, embeddings, themes learned from a handful of phrasings, and the removal
 * of whatever could identify a person. Knows nothing of tickets.
 */
@NullMarked
package groundswell.language;

import org.jspecify.annotations.NullMarked;
