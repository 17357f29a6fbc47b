package groundswell.ticket.http;

import static java.lang.annotation.ElementType.*;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text over several lines, taken as it is: HTML in it is text. Control characters other than tab and line ends are refused. */
@Pattern(regexp = "[\\t\\r\\n[^\\p{Cc}\\p{Cs}]]*+")
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target({FIELD, METHOD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Prose {
    String message() default "must not hold control characters other than tab and line ends";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
