package groundswell.consent.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Issues links, once each, and says whose a token is. What the customer may still do with it, the consent decides. */
@ApplicationScoped
public class Links {
    /** The only moment in which the token is known here. Earlier links of the request stop working. */
    @Transactional
    public Token issue(UUID requestId, Instant at) {
        ConsentLink.update("voidedAt = ?1 where requestId = ?2 and voidedAt is null", at, requestId);
        return add(requestId, at);
    }

    /** Another link beside those that are out: whoever has granted keeps the way to withdraw. */
    @Transactional
    public Token add(UUID requestId, Instant at) {
        var token = Token.random();
        var link = new ConsentLink();
        link.tokenHash = token.hash();
        link.requestId = requestId;
        link.issuedAt = at;
        link.persist();
        return token;
    }

    @Transactional
    public Optional<UUID> requestOf(String secret) {
        return ConsentLink.<ConsentLink>find("tokenHash = ?1 and voidedAt is null", new Token(secret).hash())
                .firstResultOptional()
                .map(link -> link.requestId);
    }
}
