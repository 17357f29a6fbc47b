package groundswell.consent.stories;

import org.jspecify.annotations.Nullable;

/**
 * A story in three parts.
 *
 * @param problem what went wrong, as the customer put it
 * @param response what was done about it
 * @param voice the customer's own words that may stand alone as a quote
 */
public record StoryText(String problem, @Nullable String response, String voice) {}
