package groundswell.local.gateway;

import groundswell.local.Persona;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The log-in of a local house: one button per persona. In production an identity provider stands here. */
final class Login {
    static final String PATH = "/login";

    private final Sessions sessions;

    Login(Sessions sessions) {
        this.sessions = sessions;
    }

    void page(RoutingContext context) {
        var next = local(context.request().getParam("next"));
        var people = Arrays.stream(Persona.values())
                .filter(persona -> !persona.role().equals("integrator"))
                .map(Login::button)
                .collect(Collectors.joining("\n"));
        var body = """
                <main>
                <p class="brand">Groundswell</p>
                <h1>Who are you today?</h1>
                <p class="lead">This is a house of your own on this machine. Choose a person: each sees and may do what their work needs.</p>
                <form method="post" action="/login"><input type="hidden" name="next" value="%s">
                <ul class="people">
                %s
                </ul></form>
                <p class="guest">A customer? <a href="/help/new">Write to support</a>, no account needed.</p>
                </main>
                """.formatted(Page.escaped(next), people);
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", Page.POLICY)
                .putHeader("Cache-Control", "no-store")
                .end(Page.of("Log in", body));
    }

    private static String button(Persona persona) {
        return """
                <li><button class="person" name="persona" value="%s"><strong>%s</strong>\
                <span class="title">%s</span><span class="does">%s</span></button></li>""".formatted(
                        persona.name().toLowerCase(java.util.Locale.ROOT),
                        Page.escaped(persona.fullName()),
                        Page.escaped(persona.title()),
                        Page.escaped(persona.does()));
    }

    void enter(RoutingContext context) {
        var name = context.request().getFormAttribute("persona");
        var persona = name == null ? java.util.Optional.<Persona>empty() : Persona.named(name);
        if (persona.isEmpty()) {
            Redirect.to(context.request(), PATH);
            return;
        }
        context.response().addCookie(sessions.begin(persona.get()));
        Redirect.to(context.request(), local(context.request().getFormAttribute("next")));
    }

    void leave(RoutingContext context) {
        context.response().addCookie(sessions.end(context.request()));
        Redirect.to(context.request(), PATH);
    }

    /** Where a browser without a session is sent; it comes back to what it asked for. */
    static void first(HttpServerRequest request) {
        Redirect.to(request, PATH + "?next=" + Redirect.encoded(request.uri()));
    }

    /** Only a path of ours: {@code //elsewhere.example} and {@code /\elsewhere} are other sites to a browser. */
    static String local(@Nullable String next) {
        return next != null && next.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") ? next : "/";
    }
}
