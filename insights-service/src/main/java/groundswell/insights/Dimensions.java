package groundswell.insights;

/** One combination of codes: {@code login.code-missing × reliability × email × pro}. */
public record Dimensions(String theme, String team, String channel, String plan) {}
