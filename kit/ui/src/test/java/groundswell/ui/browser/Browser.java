package groundswell.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * {@code @ExtendWith(Browser.class)}: one Chromium per test class, a fresh {@link Page} per test as a parameter, in the
 * time zone Europe/Berlin. Any error in the browser's console fails the test; an answer that a test provokes on purpose
 * is announced with {@link #expectingStatus}. Chromium comes from Debian ({@code -Dchromium=/path} elsewhere).
 */
public final class Browser implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, ParameterResolver {
    private static final List<String> ARGUMENTS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** Some pages think for ten seconds of a core before they answer, and a machine may be slow: patience is no bar. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ThreadLocal<List<Integer>> EXPECTED = ThreadLocal.withInitial(ArrayList::new);

    private final List<String> errors = new ArrayList<>();
    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;
    private BrowserContext context;

    /** The console's message about an answer with this status is no error in the present test. */
    public static void expectingStatus(int status) {
        EXPECTED.get().add(status);
    }

    /** The whole page as {@code target/screenshots/NAME.png}: look at it. */
    public static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setChromiumSandbox(false)
                        .setArgs(ARGUMENTS));
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext test) {
        errors.clear();
        EXPECTED.get().clear();
        context = chromium.newContext(new NewContextOptions()
                .setViewportSize(1440, 1000)
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE.toMillis());
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var seen = List.copyOf(errors); // what is asked for while it closes is answered by nobody
        if (context != null) {
            context.pages().forEach(Page::unrouteAll);
            context.close();
            context = null;
        }
        var expected = EXPECTED.get();
        assertThat(seen)
                .as("errors in the browser's console")
                .allMatch(error -> expected.stream()
                        .anyMatch(status -> error.contains("status of " + status) || error.contains("Code " + status)));
    }
}
