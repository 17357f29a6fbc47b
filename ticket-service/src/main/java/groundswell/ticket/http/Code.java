package groundswell.ticket.http;

import static java.lang.annotation.ElementType.*;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A word of a list, such as a team or a reason. It is published in the clear, so it has no room for a sentence. */
@Pattern(regexp = Code.FORM)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Target({FIELD, METHOD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Code {
    String FORM = "[a-z0-9_.:-]{1,64}";

    String message() default "must be a code of 1 to 64 small letters, digits or _ . : -";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
