package groundswell.ticket.http;

import static java.lang.annotation.ElementType.*;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A word or two to find tickets by. */
@NotNull
@Pattern(regexp = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/+-]{0,63}")
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target({FIELD, METHOD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Tag {
    String message() default
            "must begin with a letter or digit, then at most 63 letters, digits, spaces or . _ : / + -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
