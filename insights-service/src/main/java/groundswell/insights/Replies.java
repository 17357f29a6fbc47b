package groundswell.insights;

import java.util.List;
import java.util.OptionalDouble;

/** How long customers waited for their first answer. */
public interface Replies {
    /** Of the tickets first answered in each span, the median number of minutes since their opening. */
    List<OptionalDouble> medianMinutes(List<Span> spans);
}
