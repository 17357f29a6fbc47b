package groundswell.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LanguagesTest {
    static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | My invoice shows the wrong company address, could you correct it please?
            de | Die Rechnung ist falsch, bitte korrigieren Sie die Anschrift unserer Firma.
            fr | Je ne peux plus me connecter depuis hier soir, que dois-je faire ?
            es | Hola, no puedo entrar en mi cuenta desde ayer por la tarde, ayuda por favor
            it | Dove si trova la mia carta? La aspetto da due settimane e non è arrivata
            nl | Ik heb twee keer betaald voor dezelfde bestelling, kunt u dit nakijken?
            pl | Nie mogę się zalogować do aplikacji, hasło nie działa od wczoraj
            ru | Я не могу войти в свой аккаунт уже второй день, помогите пожалуйста
            ja | カードがまだ届いていません。いつ届くのか教えてください。
            """)
    void a_sentence_tells_its_language(String code, String text) {
        assertThat(LANGUAGES.of(text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "😀😀😀😀😀😀😀😀😀😀😀😀", "12345 67890 12345", "login"})
    void a_text_that_is_too_short_or_has_no_letters_tells_none(String text) {
        assertThat(LANGUAGES.of(text)).isEmpty();
    }

    @Test
    void a_text_without_end_is_told_from_its_beginning() {
        assertThat(LANGUAGES.of("the parcel has not arrived yet ".repeat(10_000)))
                .contains("en");
    }
}
