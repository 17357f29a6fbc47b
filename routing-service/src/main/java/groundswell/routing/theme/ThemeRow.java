package groundswell.routing.theme;

import groundswell.routing.Theme;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A theme as people read and edit it. */
@Entity
@Table(name = "theme")
public class ThemeRow extends PanacheEntityBase {
    @Id
    public String code;

    public int place;
    public String name;
    public String team;
    public String description;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<String> phrasings;

    @SuppressWarnings("NullAway.Init")
    protected ThemeRow() {}

    ThemeRow(int place, Theme theme) {
        this.place = place;
        this.code = theme.code();
        this.name = theme.name();
        this.team = theme.team();
        this.description = theme.description();
        this.phrasings = theme.phrasings();
    }

    static List<Theme> inOrder() {
        return ThemeRow.<ThemeRow>listAll(Sort.by("place")).stream()
                .map(ThemeRow::theme)
                .toList();
    }

    private Theme theme() {
        return new Theme(code, name, team, description, List.copyOf(phrasings));
    }
}
