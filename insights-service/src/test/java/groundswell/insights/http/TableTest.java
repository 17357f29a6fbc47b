package groundswell.insights.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TableTest {
    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_answers_list_is_its_table_whatever_stands_beside_it() throws Exception {
        var answer = JSON.readTree("""
                {"window": "28d", "by": ["theme"], "items": [
                  {"theme": "login", "load": {"open": 3, "pending": 1}, "words": ["code", "mail"]},
                  {"theme": "=sum(a)", "load": {"open": 0}, "since": "2026-01-12T11:05:00Z", "quotes": [{"n": 1}]}],
                 "others": [1]}""");
        assertThat(Table.of(answer).csv()).isEqualTo("""
                theme,load.open,load.pending,words,since,quotes\r
                login,3,1,code mail,,\r
                '=sum(a),0,,,2026-01-12T11:05:00Z,"[{""n"":1}]"\r
                """);
        assertThat(Table.of(answer).ndjson().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"theme\":"));
    }

    @Test
    void an_answer_without_a_list_is_one_row_and_an_empty_list_none() throws Exception {
        assertThat(Table.of(JSON.readTree("{\"n\": 1}")).csv()).isEqualTo("n\r\n1\r\n");
        assertThat(Table.of(JSON.readTree("{\"items\": []}")).ndjson()).isEmpty();
        assertThat(Table.of(JSON.readTree("{\"by\": [\"theme\"], \"rows\": []}"))
                        .ndjson())
                .isEmpty();
        assertThat(Table.of(JSON.readTree("[{\"n\": 1}, {\"n\": 2}]")).csv()).isEqualTo("n\r\n1\r\n2\r\n");
    }
}
