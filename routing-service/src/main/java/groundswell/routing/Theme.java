package groundswell.routing;

import java.util.List;

/** Something customers write about. {@code phrasings} are what their texts are compared with on day one. */
public record Theme(String code, String name, String team, String description, List<String> phrasings) {}
