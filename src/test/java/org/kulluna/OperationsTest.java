package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever a page can do, a program can do: each form's POST has its operation in the OpenAPI document. */
class OperationsTest extends HouseTest {
    /** Named in the first issue: they never change. */
    private static final List<String> STABLE = List.of(
            "applyForMembership",
            "decideApplication",
            "listShifts",
            "signUp",
            "leaveShift",
            "recordAttendance",
            "verifyHours",
            "listHours",
            "getFigures");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Set<String> operations() {
        Set<String> ids = new TreeSet<>();
        for (var path : new ApiClient(port).get("/v3/api-docs").body().path("paths")) {
            for (var operation : path) {
                ids.add(operation.path("operationId").asString());
            }
        }
        return ids;
    }

    @Test
    void the_stable_operations_are_there() {
        assertThat(operations()).containsAll(STABLE);
    }

    @Test
    void every_page_that_takes_a_post_names_an_operation_of_the_api() {
        Set<String> operations = operations();
        List<String> without = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            boolean page = method.getBeanType().getName().startsWith("org.kulluna")
                    && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)
                    && !AnnotatedElementUtils.hasAnnotation(method.getMethod(), ResponseBody.class);
            if (page
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                    && !operations.contains(method.getMethod().getName())) {
                without.add(method.toString());
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    void every_form_of_every_template_names_an_operation_of_the_api() throws Exception {
        Set<String> operations = operations();
        Pattern named = Pattern.compile("data-operation=\"([A-Za-z]+)\"");
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path t : templates.filter(f -> f.toString().endsWith(".jte")).toList()) {
                named.matcher(Files.readString(t))
                        .results()
                        .filter(m -> !operations.contains(m.group(1)))
                        .forEach(m -> unknown.add(t + ": " + m.group(1)));
            }
        }
        assertThat(unknown).isEmpty();
    }
}
