package groundswell.ticket.form;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form comes from a page of this house. Another site's page can send a form here, but it cannot choose these
 * headers: browsers send {@code Sec-Fetch-Site} to trustworthy addresses and {@code Origin} with every form. A program
 * without either has {@code POST /api/tickets}.
 */
final class SameSite {
    /** {@code none}: the person repeated it themselves, from no page at all. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

    static boolean sent(HttpHeaders headers) {
        var site = headers.getHeaderString("Sec-Fetch-Site");
        var origin = headers.getHeaderString("Origin");
        if (site != null && !OURS.contains(site)) {
            return false;
        }
        if (origin == null || origin.equals("null")) {
            return site != null;
        }
        return isHere(origin, headers.getHeaderString(HttpHeaders.HOST));
    }

    /** Without the scheme: behind an ingress that ends TLS the service itself is called by http. */
    private static boolean isHere(String origin, @Nullable String host) {
        return host != null && origin.replaceFirst("^https?://", "").equalsIgnoreCase(host);
    }

    private SameSite() {}
}
