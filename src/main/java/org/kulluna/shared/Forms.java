package org.kulluna.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * One way for every form: check the record, run the command, and when it is refused show the page again with the faults
 * beside the fields and what was typed kept. The API checks the same record by {@link #check}.
 */
@Component
public final class Forms {
    private final Validator validator;

    Forms(Validator validator) {
        this.validator = validator;
    }

    /**
     * @throws Refusal INVALID with field faults. A constraint's message is a key under {@code fault.}.
     */
    public void check(Object form) {
        Map<String, List<String>> faults = new TreeMap<>(inOrderOf(form));
        for (ConstraintViolation<Object> v : validator.validate(form)) {
            String field = v.getPropertyPath().toString();
            faults.computeIfAbsent(field, f -> new ArrayList<>()).add(v.getMessage());
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(new LinkedHashMap<>(faults));
        }
    }

    /** As the record lists its fields, which is how the page asks: the first fault told is the first one met. */
    private static Comparator<String> inOrderOf(Object form) {
        RecordComponent[] parts = form.getClass().getRecordComponents();
        List<String> names = parts == null
                ? List.of()
                : Arrays.stream(parts).map(RecordComponent::getName).toList();
        return Comparator.<String>comparingInt(field -> {
                    int at = names.indexOf(field);
                    return at < 0 ? names.size() : at;
                })
                .thenComparing(Comparator.naturalOrder());
    }

    /**
     * Runs {@code command} (which returns the redirect) for a page. When refused, puts {@code form} and {@code refusal}
     * into the model and shows {@code view} again with the refusal's status; {@code refill} adds what the view needs.
     */
    public String submit(Object form, Model model, String view, Runnable refill, Supplier<String> command) {
        try {
            check(form);
            return command.get();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.key().equals("sign-in-first")) {
                throw refusal;
            }
            refill.run();
            model.addAttribute("form", form);
            model.addAttribute("refusal", refusal);
            return view;
        }
    }
}
