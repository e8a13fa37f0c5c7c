package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A form's fields have plain names; only the lines of a list are numbered, from 0 ("roles[0].nameAr"). Other brackets
 * were made by no page of ours, and the binder breaks on them or grows lists without end.
 */
@ControllerAdvice
class FormNames {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z]+)\\[[0-9]{1,2}]\\.[a-zA-Z]+");

    @InitBinder
    void bounds(WebDataBinder binder, HttpServletRequest request) {
        Class<?> form =
                binder.getTargetType() == null ? null : binder.getTargetType().resolve();
        RecordComponent[] parts = form == null ? null : form.getRecordComponents();
        if (parts != null && request.getParameterMap().keySet().stream().anyMatch(name -> isStrange(name, parts))) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        }
    }

    private static boolean isStrange(String name, RecordComponent[] parts) {
        if (name.indexOf('[') < 0) {
            return false;
        }
        Matcher line = LINE.matcher(name);
        return !line.matches() || Arrays.stream(parts).noneMatch(p -> isLines(p, line.group(1)));
    }

    /** A list of records: of texts, each is sent under the plain name. */
    private static boolean isLines(RecordComponent part, @Nullable String name) {
        return part.getName().equals(name)
                && List.class.isAssignableFrom(part.getType())
                && !part.getGenericType().getTypeName().contains("java.lang.String");
    }
}
