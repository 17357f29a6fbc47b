package groundswell.insights;

/** One combination of codes: {@code login × reliability × email × pro × first}. */
public record Dimensions(String theme, String team, String channel, String plan, String history) {}
