package groundswell.consent.notice;

import groundswell.consent.Credit;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import java.util.List;
import java.util.Map;

/**
 * Everything a customer reads before deciding, in one language.
 *
 * @param hash SHA-256 of the text as shipped: what the receipt names
 * @param points what must be said before anything is asked
 * @param say the page's other words by name
 */
public record Notice(
        String version,
        String language,
        String languageName,
        String hash,
        String title,
        String lead,
        List<String> points,
        Map<Scope, Choice> scopes,
        Map<Retention, String> retentions,
        Map<Credit, Choice> credits,
        Map<String, String> say) {
    /** One thing to choose, and what it means in plain words. */
    public record Choice(String label, String hint) {}

    /** The page's word of this name; a missing one is a mistake in the data, found by a test. */
    public String word(String name) {
        var word = say.get(name);
        if (word == null) {
            throw new IllegalStateException("Notice " + version + "/" + language + " lacks the word " + name);
        }
        return word;
    }
}
