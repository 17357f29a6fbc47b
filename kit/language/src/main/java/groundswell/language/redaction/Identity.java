package groundswell.language.redaction;

import java.util.ArrayList;
import java.util.List;

/** What is known of the people a text could betray: first of all the one who wrote it. */
public record Identity(List<String> names, List<String> emails, List<String> companies, List<String> accounts) {
    public Identity {
        names = present(names);
        emails = present(emails);
        companies = present(companies);
        accounts = present(accounts);
    }

    /** Nothing known: only what the text gives away by its form is removed. */
    public static Identity unknown() {
        return new Identity(List.of(), List.of(), List.of(), List.of());
    }

    private static List<String> present(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** This and another one together, such as a colleague's name found elsewhere on the ticket. */
    public Identity and(Identity other) {
        return new Identity(
                join(names, other.names),
                join(emails, other.emails),
                join(companies, other.companies),
                join(accounts, other.accounts));
    }

    private static List<String> join(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
