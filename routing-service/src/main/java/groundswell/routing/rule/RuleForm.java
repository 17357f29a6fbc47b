package groundswell.routing.rule;

import groundswell.routing.Condition;
import groundswell.routing.Rule;
import groundswell.routing.http.Slug;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule as a form: each part of its condition is one line, values apart by commas. */
public class RuleForm {
    @FormParam("version")
    public int version;

    /** Empty for a new rule, which gets one from its name. */
    @FormParam("id")
    public @Nullable String id;

    @FormParam("name")
    public @Nullable String name;

    @FormParam("team")
    public @Nullable String team;

    @FormParam("channels")
    public @Nullable String channels;

    @FormParam("accounts")
    public @Nullable String accounts;

    @FormParam("plans")
    public @Nullable String plans;

    @FormParam("bigCustomer")
    public @Nullable String bigCustomer;

    @FormParam("tags")
    public @Nullable String tags;

    @FormParam("priorities")
    public @Nullable String priorities;

    @FormParam("productAreas")
    public @Nullable String productAreas;

    @FormParam("words")
    public @Nullable String words;

    @FormParam("languages")
    public @Nullable String languages;

    /** To try it on; it is stored nowhere. */
    @FormParam("text")
    @Size(max = 100_000)
    public @Nullable String text;

    static RuleForm empty() {
        return new RuleForm();
    }

    static RuleForm of(Rule rule) {
        var form = new RuleForm();
        var when = rule.when();
        form.id = rule.id();
        form.name = rule.name();
        form.team = rule.team();
        form.channels = line(when.channels());
        form.accounts = line(when.accounts());
        form.plans = line(when.plans());
        form.bigCustomer = when.bigCustomer() == null ? "" : when.bigCustomer().toString();
        form.tags = line(when.tags());
        form.priorities = line(when.priorities());
        form.productAreas = line(when.productAreas());
        form.words = line(when.words());
        form.languages = line(when.languages());
        return form;
    }

    RuleInput input() {
        var when = new Condition(
                values(channels),
                values(accounts),
                values(plans),
                bigCustomer == null || bigCustomer.isBlank() ? null : Boolean.valueOf(bigCustomer),
                values(tags),
                values(priorities),
                values(productAreas),
                values(words),
                values(languages));
        var called = name == null ? "" : name.strip();
        return new RuleInput(id == null || id.isBlank() ? idOf(called) : id, called, when, team == null ? "" : team);
    }

    public boolean isNew() {
        return id == null || id.isBlank();
    }

    private static String idOf(String name) {
        var id = Slug.of(name);
        return id.isEmpty() ? "rule" : id;
    }

    private static Set<String> values(@Nullable String line) {
        if (line == null) return Set.of();
        return Arrays.stream(line.split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }

    private static String line(Set<String> values) {
        return String.join(", ", values);
    }
}
