package groundswell.consent.notice;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.consent.Credit;
import groundswell.consent.Retention;
import groundswell.consent.Scope;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NoticesTest {
    final Notices notices = new Notices();

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void every_language_says_everything(String language) {
        var notice = notices.find("2026-03", "2026-03", language);
        var english = notices.find("2026-03", "2026-03", "en");
        assertThat(notice.language()).isEqualTo(language);
        assertThat(notice.version()).isEqualTo("2026-03");
        assertThat(notice.scopes()).containsOnlyKeys(Scope.values());
        assertThat(notice.retentions()).containsOnlyKeys(Retention.values());
        assertThat(notice.credits()).containsOnlyKeys(Credit.values());
        assertThat(notice.points()).hasSameSizeAs(english.points());
        assertThat(notice.say().keySet()).isEqualTo(english.say().keySet());
        assertThat(notice.hash()).hasSize(64);
    }

    @Test
    void an_unknown_version_or_language_falls_back() {
        assertThat(notices.find("crm-form-2024", "2026-03", "fr").language()).isEqualTo("en");
        assertThat(notices.find("../../etc", "2026-03", "de-AT").language()).isEqualTo("de");
        assertThat(Notices.pick(null)).isEqualTo("en");
    }

    /** Who agreed has agreed to these words: a change of text is a new version in a folder of its own. */
    @Test
    void a_published_text_never_changes() {
        assertThat(notices.find("2026-03", "2026-03", "en").hash())
                .isEqualTo("262468eca475e445caf903366d18bd823f5a07a0e613b444194404149ea6eb7a");
        assertThat(notices.find("2026-03", "2026-03", "de").hash())
                .isEqualTo("f2bde3cece707090c1c37d4861f449613cda829d19c32d74aff60fc8598c13c6");
    }
}
