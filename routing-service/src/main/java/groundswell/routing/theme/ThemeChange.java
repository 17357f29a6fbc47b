package groundswell.routing.theme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import groundswell.routing.http.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to change in the taxonomy; {@code op} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "op")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ThemeChange.Add.class, name = "add"),
    @JsonSubTypes.Type(value = ThemeChange.Rename.class, name = "rename"),
    @JsonSubTypes.Type(value = ThemeChange.Move.class, name = "move"),
    @JsonSubTypes.Type(value = ThemeChange.Teach.class, name = "teach"),
    @JsonSubTypes.Type(value = ThemeChange.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = ThemeChange.Split.class, name = "split")
})
public sealed interface ThemeChange {
    String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** A new theme, known by a handful of phrasings. */
    record Add(@NotNull @Valid NewTheme theme) implements ThemeChange {}

    /** Another name or description; the code stays, and so does its history. */
    record Rename(
            @NotNull String code,
            @NotNull @OneLine @Size(max = 80) String name,
            @Nullable @Size(max = 400) String description)
            implements ThemeChange {}

    /** To another team. */
    record Move(@NotNull String code, @NotNull String team) implements ThemeChange {}

    /** More phrasings. */
    record Teach(
            @NotNull String code,
            @NotNull @Size(min = 1, max = 50) List<@NotBlank @Size(max = 1_000) String> phrasings)
            implements ThemeChange {}

    /** One theme becomes part of another: its phrasings, labels and history go along. */
    record Merge(@NotNull String code, @NotNull String into) implements ThemeChange {}

    /**
     * One theme becomes several, each with phrasings of its own. The labels that people gave to the old one no longer
     * teach: nobody has said which of the new ones they mean.
     */
    record Split(
            @NotNull String code,
            @NotNull @Size(min = 2, max = 10) List<@NotNull @Valid NewTheme> into) implements ThemeChange {}

    /** @param phrasings how people put it: five or more make it reliable */
    record NewTheme(
            @NotNull @Pattern(regexp = CODE) @Size(max = 64) String code,
            @NotNull @OneLine @Size(max = 80) String name,
            @NotNull String team,
            @NotBlank @Size(max = 400) String description,
            @NotNull @Size(min = 3, max = 200) List<@NotBlank @Size(max = 1_000) String> phrasings) {}
}
