package groundswell.insights.words;

import groundswell.insights.Calendar;
import groundswell.insights.Opening;
import groundswell.insights.SurgeKey;
import groundswell.insights.TellingWord;
import groundswell.insights.TellingWord.Texts;
import groundswell.insights.TellingWord.Told;
import groundswell.journal.SqlFailure;
import groundswell.language.Keyness;
import groundswell.language.Keyness.Telling;
import groundswell.language.Keywords.Written;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Compares how tickets begin, when somebody looks: nothing that was opened is kept. */
@Singleton
public class TellingWords implements TellingWord.Source {
    /** A word of so many customers is none of their own secrets. */
    private static final int LEAST_CUSTOMERS = 3;

    private static final int EXAMPLES = 2;

    /** Of more, an even sample that stays the same while tickets come: opening a text takes some tenths of a millisecond. */
    private static final int READ = 600, READ_BEFORE = 1_200;

    private static final String SAMPLE = """
            select t.ticket_id from insights_ticket t join insights_text x on x.ticket_id = t.ticket_id and x.subject_box is not null
            where t.opened_at >= ?::timestamptz and t.opened_at < ?::timestamptz and t.number is not null and t.counted
                and x.written_at >= ?::timestamptz""";

    private final DataSource database;
    private final Opening.Source openings;
    private final Calendar calendar;

    TellingWords(DataSource database, Opening.Source openings, Calendar calendar) {
        this.calendar = calendar;
        this.database = database;
        this.openings = openings;
    }

    @Override
    public Told tell(Texts these, List<Texts> others, int enough, int most) {
        var here = open(these, READ);
        var written = written(here);
        var against = others.getFirst();
        var before = written(open(against, READ_BEFORE));
        for (var other : others.subList(1, others.size())) {
            if (customers(before) < enough) {
                against = other;
                before = written(open(other, READ_BEFORE));
            }
        }
        var words = Keyness.of(written, before, LEAST_CUSTOMERS, most).stream()
                .map(one -> word(one, here))
                .toList();
        return new Told(words, against, customers(written), customers(before));
    }

    @Override
    public List<Opening> using(String words, Texts texts) {
        var using = open(texts, READ).stream()
                .filter(opening -> Keyness.uses(opening.text(), words))
                .sorted(Comparator.comparing(Opening::at).reversed().thenComparing(Opening::ticketId))
                .toList();
        return customers(written(using)) < LEAST_CUSTOMERS ? List.of() : using;
    }

    private static TellingWord word(Telling one, List<Opening> openings) {
        var examples = new ArrayList<Opening>();
        var heard = new HashSet<UUID>();
        for (var opening : openings) {
            if (examples.size() < EXAMPLES
                    && Keyness.uses(opening.text(), one.words())
                    && heard.add(opening.customer())) {
                examples.add(opening.cutTo(
                        Quotes.sentence(opening.text(), sentence -> Keyness.uses(sentence, one.words()))));
            }
        }
        return new TellingWord(
                one.words(), one.authors(), one.of(), one.otherAuthors(), one.ofOthers(), List.copyOf(examples));
    }

    private static List<Written> written(List<Opening> openings) {
        return openings.stream()
                .map(opening -> new Written(opening.customer(), opening.text()))
                .toList();
    }

    private static int customers(List<Written> texts) {
        return (int) texts.stream().map(Written::author).distinct().count();
    }

    private List<Opening> open(Texts texts, int most) {
        return openings.open(sample(texts, most));
    }

    private List<UUID> sample(Texts texts, int most) {
        var key = texts.key();
        var only = switch (key.kind()) {
            case THEME -> " and t.theme = ?";
            case TAG -> " and t.tags @> array[?]::text[]";
            case ALL -> "";
        };
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        SAMPLE + only + " order by md5(t.ticket_id::text), t.ticket_id limit " + most)) {
            query.setString(1, texts.span().from().toString());
            query.setString(2, texts.span().to().toString());
            query.setString(3, calendar.now().minus(Opening.KEPT).toString());
            if (key.kind() != SurgeKey.Kind.ALL) {
                query.setString(4, key.code());
            }
            var sampled = new ArrayList<UUID>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    sampled.add(row.getObject(1, UUID.class));
                }
            }
            return sampled;
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "The texts could not be found");
        }
    }
}
