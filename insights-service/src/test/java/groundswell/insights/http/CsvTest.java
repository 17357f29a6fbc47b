package groundswell.insights.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CsvTest {
    @Test
    void commas_quotes_and_line_breaks_are_quoted() {
        var csv = new Csv("a", "b");
        csv.line("x, \"y\"", "two\nlines");
        assertThat(csv.text()).isEqualTo("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void what_a_spreadsheet_would_run_is_made_a_text_and_numbers_stay_numbers() {
        var csv = new Csv("tag", "change");
        csv.line("=HYPERLINK(\"http://evil.example\")", -0.5);
        csv.line("+49 30", -7);
        csv.line("@cmd", 0);
        assertThat(csv.text())
                .isEqualTo(
                        "tag,change\r\n\"'=HYPERLINK(\"\"http://evil.example\"\")\",-0.5\r\n'+49 30,-7\r\n'@cmd,0\r\n");
    }
}
