package groundswell.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a page must be for those who have no mouse, or do not see it: beyond the rules of WCAG that axe can check. */
public final class Keyboard {
    /** More stops than any page has. */
    private static final int MOST = 1_500;

    private static final String AWAIT = """
            () => {
              document.activeElement?.blur();
              for (const el of document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary, [tabindex="0"])'))
                if (!el.disabled && el.checkVisibility({ visibilityProperty: true })) el.dataset.awaited = '';
            }""";

    /**
     * Empty at an ordinary stop, "round" outside the page; else what is wrong with the stop. A row is outlined as a whole; the
     * parts of a date are drawn by the browser itself.
     */
    private static final String STOP = """
            () => {
              const el = document.activeElement;
              if (!el || el === document.body) return 'round';
              delete el.dataset.awaited;
              const drawn = [el, el.closest('.rows > li, tr')].filter(Boolean).map(one => getComputedStyle(one));
              const box = el.getBoundingClientRect();
              if (el.type !== 'datetime-local' && !drawn.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'))
                return 'no focus to be seen: ' + el.outerHTML.slice(0, 200);
              if (box.bottom <= 0 || box.top >= innerHeight) return 'out of sight: ' + el.outerHTML.slice(0, 200);
              return '';
            }""";

    private static final String LEFT =
            "() => [...document.querySelectorAll('[data-awaited]')].map(el => el.outerHTML.slice(0, 200))";

    /** Tab reaches every control of the page's main part, and at each it is seen where one is. */
    public static void reachesEverything(Page page) {
        page.evaluate(AWAIT);
        for (int i = 0; i < MOST; i++) {
            page.keyboard().press("Tab");
            var stop = (String) page.evaluate(STOP);
            if (stop.equals("round")) {
                break;
            }
            assertThat(stop).as(page.url()).isEmpty();
        }
        assertThat((List<?>) page.evaluate(LEFT))
                .as("never reached at %s", page.url())
                .isEmpty();
    }

    /** Headings step by step, landmarks, tables with headers, graphics that say what they show. */
    public static void isOutlined(Page page) {
        var violations = new AxeBuilder(page)
                .withTags(List.of("best-practice")).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
        assertThat(violations).as(page.url()).isEmpty();
        assertThat(page.locator("main table:not(:has(th[scope=col]))").count())
                .as("tables without headers at %s", page.url())
                .isZero();
        assertThat(page.locator("main live-lines:not([role=img][aria-label])").count())
                .as("charts without words at %s", page.url())
                .isZero();
    }

    private Keyboard() {}
}
