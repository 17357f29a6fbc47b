package groundswell.insights.discovery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A group of tickets that no theme fits, as people read it and decide on it. */
@Entity
@Table(name = "insights_discovery")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class DiscoveryRow extends PanacheEntityBase {
    static final String OPEN = "open", DISMISSED = "dismissed", ADOPTED = "adopted", MERGED = "merged";

    static final List<String> STATES = List.of(OPEN, DISMISSED, ADOPTED, MERGED);

    /** More than people decide on in a morning. */
    private static final int MOST = 100;

    @Id
    public UUID id;

    public String state;
    public List<String> words;
    public int tickets;
    public int customers;

    @Column(name = "first_at")
    public Instant firstAt;

    @Column(name = "last_at")
    public Instant lastAt;

    /** What its tickets are about, where somebody has said so. */
    public @Nullable String theme;

    /** How many tickets it had when it was dismissed. */
    @Column(name = "decided_tickets")
    public @Nullable Integer decidedTickets;

    @Version
    public int version;

    static List<DiscoveryRow> largest(String state) {
        return DiscoveryRow.<DiscoveryRow>find(
                        "state", Sort.descending("tickets").and("id"), state)
                .page(0, MOST)
                .list();
    }

    /** What it is called until somebody names it. */
    String label() {
        if (words.isEmpty()) {
            return "No word in common";
        }
        var label = String.join(" · ", words);
        return label.substring(0, 1).toUpperCase(Locale.ENGLISH) + label.substring(1);
    }
}
