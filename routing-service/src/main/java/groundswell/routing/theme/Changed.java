package groundswell.routing.theme;

import groundswell.journal.JournalRefused;
import groundswell.routing.Taxonomy;
import groundswell.routing.Teams;
import groundswell.routing.Theme;
import groundswell.routing.http.Refused;
import groundswell.routing.theme.ThemeChange.Add;
import groundswell.routing.theme.ThemeChange.Merge;
import groundswell.routing.theme.ThemeChange.Move;
import groundswell.routing.theme.ThemeChange.NewTheme;
import groundswell.routing.theme.ThemeChange.Rename;
import groundswell.routing.theme.ThemeChange.Split;
import groundswell.routing.theme.ThemeChange.Teach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A taxonomy with changes made to it, one after the other; all of them or none. Pure. */
final class Changed {
    /** Told apart by fewer phrasings than people can oversee. */
    private static final int MOST_THEMES = 300;

    /** A classifier leaves each out once, to be compared with the others. */
    private static final int FEWEST_PHRASINGS = 2;

    private final Teams teams;
    private final List<Theme> themes;
    private final Map<String, String> replaced;
    private String field = "";

    private Changed(Taxonomy from, Teams teams) {
        this.teams = teams;
        this.themes = new ArrayList<>(from.themes());
        this.replaced = new HashMap<>(from.replaced());
    }

    /** The next version, or a refusal that names the change that can't be made. */
    static Taxonomy of(Taxonomy from, List<ThemeChange> changes, Teams teams) {
        var changed = new Changed(from, teams);
        for (int i = 0; i < changes.size(); i++) {
            changed.field = "changes[" + i + "]";
            changed.make(changes.get(i));
        }
        if (changed.themes.size() < 2) throw Refused.field("changes", "must leave at least two themes");
        if (changed.themes.size() > MOST_THEMES)
            throw Refused.field("changes", "make more than " + MOST_THEMES + " themes");
        return new Taxonomy(from.version() + 1, changed.themes, from.unclear(), changed.replaced);
    }

    /** With one more theme, whose phrasings may be few where tickets teach it too. */
    static Taxonomy with(Taxonomy from, Theme theme, Teams teams) {
        if (teams.team(theme.team()).isEmpty()
                || theme.phrasings().size() < FEWEST_PHRASINGS
                || from.themes().size() >= MOST_THEMES)
            throw new IllegalArgumentException("No such theme can be: " + theme.code());
        if (from.theme(theme.code()).isPresent())
            throw new JournalRefused(JournalRefused.Reason.VERSION_CONFLICT, "It was added meanwhile");
        var themes = new ArrayList<>(from.themes());
        themes.add(theme);
        return new Taxonomy(from.version() + 1, themes, from.unclear(), from.replaced());
    }

    private void make(ThemeChange change) {
        switch (change) {
            case Add(var theme) -> add(theme, themes.size());
            case Rename(var code, var name, var description) ->
                replace(
                        code,
                        theme -> new Theme(
                                code,
                                name.strip(),
                                theme.team(),
                                description == null ? theme.description() : description.strip(),
                                theme.phrasings()));
            case Move(var code, var team) -> {
                known(team, "team");
                replace(code, theme -> new Theme(code, theme.name(), team, theme.description(), theme.phrasings()));
            }
            case Teach(var code, var phrasings) ->
                replace(
                        code,
                        theme -> new Theme(
                                code,
                                theme.name(),
                                theme.team(),
                                theme.description(),
                                together(theme.phrasings(), phrasings)));
            case Merge(var code, var into) -> merge(code, into);
            case Split(var code, var into) -> split(code, into);
        }
    }

    private void add(NewTheme theme, int place) {
        known(theme.team(), "team");
        if (place(theme.code()) >= 0) throw Refused.field(field, "names a code that a theme has already");
        if (replaced.containsKey(theme.code())) throw Refused.field(field, "names a code that a theme had before");
        var phrasings = together(List.of(), theme.phrasings());
        if (phrasings.size() < 3) throw Refused.field(field, "needs three phrasings that differ");
        themes.add(
                place,
                new Theme(
                        theme.code(),
                        theme.name().strip(),
                        theme.team(),
                        theme.description().strip(),
                        phrasings));
    }

    private void merge(String code, String into) {
        if (code.equals(into)) throw Refused.field(field, "merges a theme into itself");
        var gone = themes.get(placeOf(code));
        replace(
                into,
                theme -> new Theme(
                        into,
                        theme.name(),
                        theme.team(),
                        theme.description(),
                        together(theme.phrasings(), gone.phrasings())));
        themes.remove(placeOf(code));
        replaced.put(code, into);
    }

    private void split(String code, List<NewTheme> into) {
        int place = placeOf(code);
        themes.remove(place);
        for (int i = 0; i < into.size(); i++) add(into.get(i), place + i);
    }

    private void replace(String code, UnaryOperator<Theme> by) {
        int place = placeOf(code);
        themes.set(place, by.apply(themes.get(place)));
    }

    private int placeOf(String code) {
        int place = place(code);
        if (place < 0) throw Refused.field(field, "names no theme that there is");
        return place;
    }

    private int place(String code) {
        return themes.stream().map(Theme::code).toList().indexOf(code);
    }

    private void known(String team, String part) {
        if (teams.team(team).isEmpty())
            throw Refused.field(field + "." + part, "must be one of " + String.join(", ", teams.codes()));
    }

    /** Each once; those that were there keep their places, since explanations name them. */
    private static List<String> together(List<String> first, List<String> more) {
        var all = new LinkedHashSet<>(first);
        more.forEach(phrasing -> all.add(phrasing.strip()));
        return List.copyOf(all);
    }
}
