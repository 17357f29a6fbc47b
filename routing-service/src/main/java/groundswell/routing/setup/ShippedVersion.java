package groundswell.routing.setup;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which version of a shipped file the tables hold: a newer one replaces them at the next start, an older one never. */
@Entity
@Table(name = "shipped")
public class ShippedVersion extends PanacheEntityBase {
    @Id
    public String what;

    public int version;

    @SuppressWarnings("NullAway.Init")
    protected ShippedVersion() {}

    private ShippedVersion(String what, int version) {
        this.what = what;
        this.version = version;
    }

    public static int of(String what) {
        ShippedVersion held = findById(what);
        return held == null ? 0 : held.version;
    }

    public static void store(String what, int version) {
        getEntityManager().merge(new ShippedVersion(what, version));
    }
}
