package groundswell.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import groundswell.local.Persona;
import groundswell.local.Service;
import groundswell.local.TestTokens;
import groundswell.stack.FreePorts;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GatewayTest {
    static final int PORT = FreePorts.one();
    static final int NOBODY = FreePorts.one();
    static final String HTML = "text/html,application/xhtml+xml";

    static Echo echo;
    static Gateway gateway;

    final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @BeforeAll
    static void start(@TempDir Path keys) throws IOException {
        echo = Echo.start();
        gateway =
                Gateway.start(PORT, service -> service == Service.CONSENT ? NOBODY : echo.port(), TestTokens.in(keys));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        echo.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tickets, TICKET",
        "/api/tickets/7/timeline, TICKET",
        "/queue/product, TICKET",
        "/help/new, TICKET",
        "/rate/a-token, TICKET",
        "/ui/kit.css, TICKET",
        "/api/teams, ROUTING",
        "/operations, INSIGHTS",
        "/api/help-centre/2026-03-04/articles, INSIGHTS",
        "/api/stories, CONSENT",
        "/consent/a-token, CONSENT"
    })
    void each_path_belongs_to_one_service(String path, Service service) {
        assertThat(Service.answering(path)).contains(service);
    }

    @Test
    void a_path_of_no_service_is_a_problem() throws Exception {
        assertThat(Service.answering("/ticketsandmore")).isEmpty();
        var response = send(get("/ticketsandmore"));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_client_with_a_token_of_its_own_passes_untouched() throws Exception {
        var seen = seen(send(get("/api/tickets?status=open&tag=a%2Fb").header("Authorization", "Bearer own")));
        assertThat(seen.getString("uri")).isEqualTo("/api/tickets?status=open&tag=a%2Fb");
        assertThat(seen.getString("authorization")).isEqualTo("Bearer own");
        assertThat(seen.getString("host")).as("links lead back to the gateway").isEqualTo("localhost:" + PORT);
    }

    @Test
    void a_body_reaches_the_service_whole() throws Exception {
        var body = "x".repeat(300_000);
        var seen = seen(send(post("/api/imports", body).header("Authorization", "Bearer own")));
        assertThat(seen.getInteger("length")).isEqualTo(body.length());
    }

    @Test
    void a_browser_without_a_session_is_asked_who_it_is_and_comes_back() throws Exception {
        var response = send(get("/tickets/7?tab=2").header("Accept", HTML));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/login?next=%2Ftickets%2F7%3Ftab%3D2");
        assertThat(send(get("/login?next=%2Ftickets%2F7%3Ftab%3D2").header("Accept", HTML))
                        .body())
                .contains("value=\"/tickets/7?tab=2\"", Persona.DANA.fullName());
    }

    @Test
    void a_program_without_a_session_is_answered_by_the_service() throws Exception {
        assertThat(seen(send(get("/api/tickets"))).getString("authorization")).isNull();
    }

    @Test
    void a_customer_reaches_the_consent_page_without_a_login() throws Exception {
        var response = send(get("/consent/a-token").header("Accept", HTML));
        assertThat(response.statusCode()).as("passed on, and nobody is there").isEqualTo(503);
    }

    @Test
    void a_customers_form_is_taken_though_its_page_tells_no_origin_and_nobodys_session_goes_with_it() throws Exception {
        var cookie = cookie(logIn("dana", "/queue"));
        var seen = seen(
                send(post("/rate/a-token", "score=5").header("Origin", "null").header("Cookie", cookie)));
        assertThat(seen.getString("uri")).isEqualTo("/rate/a-token");
        assertThat(seen.getString("authorization")).isNull();
        assertThat(seen.getString("cookie")).isNull();
    }

    @Test
    void anybody_writes_to_support_without_a_login_and_is_nobody_there_even_with_one() throws Exception {
        assertThat(seen(send(get("/help/new").header("Accept", HTML))).getString("uri"))
                .isEqualTo("/help/new");
        var cookie = cookie(logIn("dana", "/queue"));
        var seen = seen(send(get("/help/new").header("Accept", HTML).header("Cookie", cookie)));
        assertThat(seen.getString("authorization")).isNull();
        assertThat(seen.getString("cookie")).isNull();
        assertThat(send(get("/helpers").header("Accept", HTML)).statusCode()).isEqualTo(404);
        assertThat(send(get("/login").header("Accept", HTML)).body()).contains("href=\"/help/new\"");
    }

    @Test
    void a_session_becomes_the_personas_token_and_its_cookie_stays_here() throws Exception {
        var login = logIn("dana", "/queue");
        assertThat(login.headers().firstValue("Location")).contains("/queue");
        assertThat(login.headers().firstValue("Set-Cookie").orElseThrow())
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/");

        var seen = seen(send(get("/queue").header("Cookie", "theme=dark; " + cookie(login))));
        var claims = new String(
                java.util.Base64.getUrlDecoder()
                        .decode(seen.getString("authorization").split("\\.")[1]),
                StandardCharsets.UTF_8);
        assertThat(new JsonObject(claims).getJsonArray("groups")).containsExactly("lead");
        assertThat(new JsonObject(claims).getString("sub"))
                .isEqualTo(Persona.DANA.id().toString());
        assertThat(seen.getString("cookie")).isEqualTo("theme=dark");
    }

    @Test
    void logging_out_ends_the_session() throws Exception {
        var cookie = cookie(logIn("ada", "/"));
        var logout = send(post("/logout", "").header("Cookie", cookie).header("Origin", "http://localhost:" + PORT));
        assertThat(logout.statusCode()).isEqualTo(303);
        assertThat(seen(send(get("/queue").header("Cookie", cookie))).getString("authorization"))
                .isNull();
    }

    @Test
    void a_change_with_a_cookie_must_come_from_our_own_page() throws Exception {
        var cookie = cookie(logIn("ada", "/"));
        var change = post("/api/tickets", "{}").header("Cookie", cookie);
        assertThat(send(change.copy()).statusCode()).as("no origin").isEqualTo(403);
        assertThat(send(change.copy().header("Origin", "http://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(change.copy().header("Origin", "null")).statusCode()).isEqualTo(403);
        assertThat(send(change.copy().header("Sec-Fetch-Site", "cross-site")).statusCode())
                .isEqualTo(403);
        assertThat(send(change.copy().header("Sec-Fetch-Site", "same-origin")).statusCode())
                .isEqualTo(200);
        assertThat(send(change.copy().header("Origin", "http://localhost:" + PORT))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/login/", "/./login"})
    void nobody_is_logged_in_by_another_site(String login) throws Exception {
        var response = send(post(login, "persona=ada")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://elsewhere.example"));
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "javascript:x", "", "/a\nb"})
    void after_the_login_nobody_is_sent_elsewhere(String next) {
        assertThat(Login.local(next)).isEqualTo("/");
    }

    @Test
    void events_arrive_one_by_one_while_the_stream_is_open() throws Exception {
        var response = client.send(get("/operations/stream").build(), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            echo.next();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
        assertThat(echo.streamClosed().await(10, TimeUnit.SECONDS))
                .as("a closed page closes the service's stream")
                .isTrue();
    }

    @Test
    void a_service_that_is_away_is_a_problem_that_says_so() throws Exception {
        var response = send(get("/api/consents").header("Authorization", "Bearer own"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        var problem = new JsonObject(response.body());
        assertThat(problem.getString("type")).isEqualTo("/problems/service-away");
        assertThat(problem.getInteger("status")).isEqualTo(503);
        var page = send(get("/consent/a-token").header("Accept", HTML));
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    }

    @Test
    void each_service_describes_its_api_under_a_path_of_its_own() throws Exception {
        assertThat(send(get("/docs/routing")).headers().firstValue("Location")).contains("/docs/routing/");
        assertThat(send(get("/docs/routing/")).body())
                .isEqualTo("<script src='/docs/routing/ui.js'></script> url: '/docs/routing/openapi'");
        assertThat(seen(send(get("/docs/routing/openapi?format=json"))).getString("uri"))
                .isEqualTo("/q/openapi?format=json");
        assertThat(send(get("/docs/nobody")).statusCode()).isEqualTo(404);
    }

    @Test
    void only_an_import_may_be_large() throws Exception {
        var large = "x".repeat(17 << 20);
        assertThat(seen(send(post("/api/imports", large))).getInteger("length")).isEqualTo(large.length());
        try (var socket = new java.net.Socket("127.0.0.1", PORT)) {
            socket.getOutputStream()
                    .write("POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            assertThat(new BufferedReader(answer).readLine()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void what_a_caller_says_of_its_own_address_is_not_believed() throws Exception {
        var response = send(
                get("/api/tickets").header("X-Forwarded-For", "203.0.113.7").header("X-Forwarded-Proto", "https"));
        var heard = new JsonObject(response.body());
        assertThat(heard.getString("forwardedFor")).isEqualTo("127.0.0.1");
        assertThat(heard.getString("forwardedProto")).isNull();
    }

    @Test
    void every_answer_carries_the_guarding_headers() throws Exception {
        for (var path : new String[] {"/api/tickets", "/login", "/nowhere"}) {
            assertThat(send(get(path)).headers().firstValue("X-Content-Type-Options"))
                    .contains("nosniff");
            assertThat(send(get(path)).headers().firstValue("Referrer-Policy")).contains("same-origin");
        }
    }

    @Test
    void a_foreign_name_for_this_machine_gets_nothing() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", PORT)) {
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    private HttpResponse<String> logIn(String persona, String next) throws Exception {
        return send(post("/login", "persona=" + persona + "&next=" + next)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://localhost:" + PORT));
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static JsonObject seen(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path));
    }

    private static HttpRequest.Builder post(String path, String body) {
        return get(path).POST(BodyPublishers.ofString(body));
    }
}
