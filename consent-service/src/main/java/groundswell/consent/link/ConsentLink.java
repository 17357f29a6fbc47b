package groundswell.consent.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One issued link, by the hash of its token. A newer one of the same request voids it. */
@Entity
@Table(name = "consent_link")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class ConsentLink extends PanacheEntityBase {
    @Id
    @Column(name = "token_hash")
    public String tokenHash;

    @Column(name = "request_id")
    public UUID requestId;

    @Column(name = "issued_at")
    public Instant issuedAt;

    @Column(name = "voided_at")
    public @Nullable Instant voidedAt;
}
