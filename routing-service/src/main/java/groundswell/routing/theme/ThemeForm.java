package groundswell.routing.theme;

import groundswell.routing.Theme;
import groundswell.routing.http.Refused;
import groundswell.routing.http.Slug;
import groundswell.routing.theme.ThemeChange.Add;
import groundswell.routing.theme.ThemeChange.Merge;
import groundswell.routing.theme.ThemeChange.Move;
import groundswell.routing.theme.ThemeChange.NewTheme;
import groundswell.routing.theme.ThemeChange.Rename;
import groundswell.routing.theme.ThemeChange.Split;
import groundswell.routing.theme.ThemeChange.Teach;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page's forms hold of one theme, as changes to the taxonomy. What is not filled in stays as it is. */
public class ThemeForm {
    @FormParam("version")
    public int version;

    @FormParam("name")
    public @Nullable String name;

    @FormParam("team")
    public @Nullable String team;

    @FormParam("description")
    public @Nullable String description;

    /** One a line. */
    @FormParam("phrasings")
    public @Nullable String phrasings;

    /** Code of the theme that it becomes part of. */
    @FormParam("into")
    public @Nullable String into;

    @FormParam("otherName")
    public @Nullable String otherName;

    @FormParam("otherTeam")
    public @Nullable String otherTeam;

    @FormParam("otherDescription")
    public @Nullable String otherDescription;

    /** Numbers of the phrasings that go to the other part, from 1. */
    @FormParam("goes")
    public List<Integer> goes = List.of();

    List<ThemeChange> added() {
        return List.of(new Add(
                new NewTheme(Slug.of(text(name)), text(name), text(team), text(description), lines(text(phrasings)))));
    }

    List<ThemeChange> edited(Theme theme) {
        var changes = new ArrayList<ThemeChange>();
        if (!text(name).equals(theme.name()) || !text(description).equals(theme.description()))
            changes.add(new Rename(theme.code(), text(name), text(description)));
        if (!text(team).equals(theme.team())) changes.add(new Move(theme.code(), text(team)));
        var more = lines(text(phrasings));
        if (!more.isEmpty()) changes.add(new Teach(theme.code(), more));
        if (changes.isEmpty()) throw Refused.field("name", "is as it was, and so is everything else");
        return changes;
    }

    List<ThemeChange> merged(Theme theme) {
        return List.of(new Merge(theme.code(), text(into)));
    }

    List<ThemeChange> split(Theme theme) {
        var stay = new ArrayList<String>();
        var leave = new ArrayList<String>();
        for (int i = 0; i < theme.phrasings().size(); i++)
            (goes.contains(i + 1) ? leave : stay).add(theme.phrasings().get(i));
        if (Math.min(stay.size(), leave.size()) < 3) throw Refused.field("goes", "must leave three for each part");
        return List.of(new Split(
                theme.code(),
                List.of(
                        new NewTheme(Slug.of(text(name)), text(name), text(team), text(description), stay),
                        new NewTheme(
                                Slug.of(text(otherName)),
                                text(otherName),
                                text(otherTeam),
                                text(otherDescription),
                                leave))));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
