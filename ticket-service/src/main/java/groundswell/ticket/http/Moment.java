package groundswell.ticket.http;

import static java.lang.annotation.ElementType.*;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time at which a ticket can have been. JSON can say the year 0 or 999999, which no database column and no
 * calculation with it was made for.
 */
@Constraint(validatedBy = Moment.Check.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Moment {
    Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    String RULE = "must be a time from 1970 to 2100, such as 2026-01-12T09:12:00Z";

    String message() default RULE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether it is one. */
    final class Check implements ConstraintValidator<Moment, Instant> {
        public static boolean holds(Instant time) {
            return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
        }

        @Override
        public boolean isValid(@Nullable Instant time, ConstraintValidatorContext context) {
            return time == null || holds(time);
        }
    }
}
