package groundswell.ui;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whoever opens a page and may not, or mistypes an address, reads a sentence instead of a {@code problem+json}. Programs
 * and the requests that a page itself sends still get their problem.
 */
@Provider
public class ProblemPages implements ContainerResponseFilter {
    private static final Pattern OF_PROGRAMS = Pattern.compile("/?(api|q|ui)/.*");

    private record Words(String title, String detail, boolean login) {}

    private static final Words FAILED =
            new Words("Something failed here", "It is logged. Try again in a moment.", false);
    private static final Words REFUSED =
            new Words("That did not work", "The address is not one that this page understands.", false);
    private static final Map<Integer, Words> KNOWN = Map.of(
            401, new Words("You are not logged in", "Log in, and you come back to where you were going.", true),
            403,
                    new Words(
                            "This page is not for your role",
                            "Ask a colleague who may see it, or log in as someone else.",
                            true),
            404, new Words("Nothing is here", "The address is mistyped, or what it showed is gone.", false));

    private final Template problem;

    ProblemPages(@Location("kit/problem") Template problem) {
        this.problem = problem;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        if (status < 400 || !opensPage(request) || hasItsOwnWords(response)) {
            return;
        }
        var words = KNOWN.getOrDefault(status, status < 500 ? REFUSED : FAILED);
        var html = problem.data("title", words.title())
                .data("detail", words.detail())
                .data("login", words.login())
                .render();
        response.setEntity(html, new Annotation[0], MediaType.TEXT_HTML_TYPE);
    }

    private static boolean hasItsOwnWords(ContainerResponseContext response) {
        return response.hasEntity() && MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
    }

    private static boolean opensPage(ContainerRequestContext request) {
        var accepts = request.getHeaderString(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && accepts != null
                && accepts.contains("text/html")
                && request.getHeaderString("HX-Request") == null
                && !OF_PROGRAMS.matcher(request.getUriInfo().getPath()).matches();
    }
}
