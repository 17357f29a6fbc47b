package groundswell.ticket.form;

import groundswell.ticket.Channel;
import groundswell.ticket.desk.NewTicket;
import groundswell.ticket.desk.NewTicket.NewRequester;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The form as it was typed, so that it comes back as it was sent.
 *
 * @param once made anew for each view of the page: however often one view is sent, it opens one ticket
 * @param website a trap: people do not see this field, programs fill it in
 */
record HelpForm(String name, String email, String subject, String description, String once, String website) {
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

    static HelpForm empty() {
        return new HelpForm("", "", "", "", UUID.randomUUID().toString(), "");
    }

    /** Spaces around a line are a slip; in the description they may be meant. */
    static HelpForm of(MultivaluedMap<String, String> sent) {
        return new HelpForm(
                value(sent, "name").strip(),
                value(sent, "email").strip(),
                value(sent, "subject").strip(),
                value(sent, "description").replace("\r\n", "\n"),
                value(sent, "once"),
                value(sent, "website"));
    }

    private static String value(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    boolean comesFromAView() {
        return ONCE.matcher(once).matches();
    }

    /** The same words on a view of their own, with the trap empty. */
    HelpForm anew() {
        return new HelpForm(name, email, subject, description, UUID.randomUUID().toString(), "");
    }

    NewTicket asTicket() {
        var requester = new NewRequester(name, email, null, null, null, null, null, null);
        return new NewTicket(
                subject,
                description,
                Channel.WEB_FORM,
                null,
                requester,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
