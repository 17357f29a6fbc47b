package groundswell.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** What every page of the house must be: WCAG 2.2 AA as far as axe can see it, in both themes, and usable on a phone. */
public final class Accessibility {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Checks the page as it stands, light and dark, and leaves it light. */
    public static void check(Page page) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var violations = new AxeBuilder(page)
                    .withTags(RULES).analyze().getViolations().stream()
                            .flatMap(rule -> rule.getNodes().stream()
                                    .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                            .toList();
            assertThat(violations).as("%s at %s", scheme, page.url()).isEmpty();
        }
    }

    /** Nothing stands out sideways on a phone; the page is left at that width. */
    public static void fitsAPhone(Page page) {
        page.setViewportSize(390, 844);
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s on a phone of 390", page.url())
                .isEqualTo(390);
    }

    private Accessibility() {}
}
