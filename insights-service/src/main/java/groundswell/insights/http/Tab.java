package groundswell.insights.http;

import groundswell.insights.Window;
import java.util.Collection;
import java.util.List;

/** One of the choices at the head of a page or card, and whether it is the one shown. */
public record Tab(String code, String label, boolean on) {
    public static List<Tab> windows(Collection<Window> windows, Window shown) {
        return windows.stream()
                .map(window -> new Tab(window.code(), window.label(), window == shown))
                .toList();
    }
}
