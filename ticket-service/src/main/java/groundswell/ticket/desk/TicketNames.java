package groundswell.ticket.desk;

import static groundswell.ticket.TicketRefused.Reason.NO_SUCH_TICKET;

import groundswell.journal.SqlFailure;
import groundswell.ticket.TicketRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Which ticket an address means. Programs name it by its id; people by the number they were told, and the same address
 * answers them at once: no redirect that a client would have to follow with its token.
 */
@ApplicationScoped
public class TicketNames {
    /** What an address that takes both is described with. */
    public static final String DESCRIPTION = "Its id, or its number: TKT-4821 or 4821";

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:TKT-)?([1-9]\\d{0,17})");
    private static final Pattern ID = Pattern.compile("(?i)[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}");

    private final DataSource database;

    TicketNames(DataSource database) {
        this.database = database;
    }

    /**
     * Of an id it is not asked whether there is such a ticket; a number nobody has is refused.
     *
     * @param name {@code TKT-4821}, {@code 4821} or a UUID
     */
    public UUID idOf(String name) {
        if (ID.matcher(name).matches()) {
            return UUID.fromString(name);
        }
        var number = NUMBER.matcher(name);
        if (!number.matches()) {
            throw new NotFoundException();
        }
        return numbered(Long.parseLong(number.group(1)));
    }

    private UUID numbered(long number) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select stream_id from journal_stream where number = ?")) {
            query.setLong(1, number);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    throw new TicketRefused(NO_SUCH_TICKET);
                }
                return UUID.fromString(row.getString(1));
            }
        } catch (SQLException e) {
            throw SqlFailure.refusal(e, "A statement failed");
        }
    }
}
