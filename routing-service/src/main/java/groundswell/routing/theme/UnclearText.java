package groundswell.routing.theme;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A text that no theme can be told from. */
@Entity
@Table(name = "unclear_text")
public class UnclearText extends PanacheEntityBase {
    @Id
    public int place;

    public String text;

    @SuppressWarnings("NullAway.Init")
    protected UnclearText() {}

    UnclearText(int place, String text) {
        this.place = place;
        this.text = text;
    }

    static List<String> inOrder() {
        return UnclearText.<UnclearText>listAll(Sort.by("place")).stream()
                .map(row -> row.text)
                .toList();
    }
}
