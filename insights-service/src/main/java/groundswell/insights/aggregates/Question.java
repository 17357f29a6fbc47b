package groundswell.insights.aggregates;

import groundswell.insights.Dimension;
import groundswell.insights.Measure;
import groundswell.insights.Only;
import java.util.List;

/** What is asked of a time. */
record Question(Measure measure, List<Dimension> by, Only only) {}
