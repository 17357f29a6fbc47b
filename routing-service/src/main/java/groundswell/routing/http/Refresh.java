package groundswell.routing.http;

import jakarta.ws.rs.core.Response;

/** What a page's form is answered with when it was done: the page as it is now. */
public final class Refresh {
    public static Response page() {
        return Response.noContent().header("HX-Refresh", "true").build();
    }

    private Refresh() {}
}
