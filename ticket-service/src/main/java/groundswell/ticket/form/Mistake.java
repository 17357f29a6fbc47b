package groundswell.ticket.form;

import groundswell.ticket.desk.NewTicket;
import groundswell.ticket.http.Line;
import groundswell.ticket.http.Prose;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What to correct in one field, said to a customer. The rules are those of the API, read from {@link NewTicket}; only
 * the words are the form's.
 */
public record Mistake(String field, String message) {
    private static final List<String> FIELDS = List.of("name", "email", "subject", "description");

    static List<Mistake> in(HelpForm form, Validator rules) {
        var found = new LinkedHashMap<String, Mistake>();
        rules.validate(form.asTicket()).stream()
                .sorted(Comparator.comparing(Mistake::isAboutEmptiness).reversed())
                .map(Mistake::of)
                .forEach(mistake -> found.putIfAbsent(mistake.field(), mistake));
        return found.values().stream()
                .sorted(Comparator.comparingInt(mistake -> FIELDS.indexOf(mistake.field())))
                .toList();
    }

    private static boolean isAboutEmptiness(ConstraintViolation<?> violation) {
        return rule(violation) instanceof NotBlank;
    }

    private static Mistake of(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        var field = path.substring(path.lastIndexOf('.') + 1);
        return new Mistake(
                field,
                switch (rule(violation)) {
                    case NotBlank _ -> missing(field);
                    case Size size -> "This is too long: at most %,d characters fit here.".formatted(size.max());
                    case Email _ -> "This is not an e-mail address. It should look like name@example.org.";
                    case Line _ -> "This holds characters that can’t be shown. Please type it in one plain line.";
                    case Prose _ -> "This holds characters that can’t be shown. Please take them out.";
                    default -> "Please check this.";
                });
    }

    private static java.lang.annotation.Annotation rule(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation();
    }

    private static String missing(String field) {
        return switch (field) {
            case "name" -> "Please tell us your name.";
            case "email" -> "Please tell us your e-mail address, so that we can answer.";
            case "subject" -> "Please say in a few words what this is about.";
            default -> "Please describe what happened.";
        };
    }
}
