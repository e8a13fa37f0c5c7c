package org.kulluna.membership;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Places;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.kulluna.shared.Time;

/** All faults of an {@link ApplicationForm} at once, each on its field: see {@link ApplicationFaults}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CheckedApplication.Check.class)
@interface CheckedApplication {
    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Spring hands it the places, the age limits and the day. */
    final class Check implements ConstraintValidator<CheckedApplication, ApplicationForm> {
        private final Places places;
        private final Policies policies;
        private final Clock clock;

        Check(Places places, Policies policies, Clock clock) {
            this.places = places;
            this.policies = policies;
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable ApplicationForm form, ConstraintValidatorContext context) {
            if (form == null) {
                return true;
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
            int youngest = policies.now(PolicyName.AGE).number("student");
            var faults = ApplicationFaults.of(form, today, youngest, places::isChoice);
            context.disableDefaultConstraintViolation();
            faults.forEach((field, fault) -> context.buildConstraintViolationWithTemplate(fault)
                    .addPropertyNode(field)
                    .addConstraintViolation());
            return faults.isEmpty();
        }
    }
}
