package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.people.Accounts;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * No input gives a 500: every operation of the OpenAPI document and every page is thrown a table of nonsense, at each
 * parameter, path variable and field, by a stranger, by each role, and by somebody who holds all of them.
 */
class NonsenseTest extends HouseTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LONG = "A".repeat(3000);

    /** As a value in a query, a path or a form. */
    private static final List<String> TYPED = List.of(
            "",
            " ",
            "1e999",
            "true,false",
            "a\u0000b",
            "💩",
            "\u202eا\u200f",
            "'; drop table x; --",
            "%_\\",
            "{x}${x}#{x}",
            "<script>alert(1)</script>",
            "\r\nX-Evil: 1",
            "999999999-12-31",
            "-999999999-01-01",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z_" + new UUID(0, 0),
            "9999-12-31T23:59:59.999999999Z_" + new UUID(0, 0),
            "9223372036854775807_" + new UUID(0, 0),
            "999999999-H2",
            "a|b|c",
            "(((((((((((a+)+)+)+)+)+",
            LONG);

    /** Those that broke something once, for one field at a time. */
    private static final List<String> HARD =
            List.of("a\u0000b", "💩", "-1000000000-01-01T00:00:00Z_" + new UUID(0, 0), LONG);

    /** As a value in JSON. */
    private static final List<String> SENT = List.of(
            "null",
            "\"\"",
            "0",
            "-1",
            "1.5",
            "1e308",
            "1000000000000000000000000000000",
            "true",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{\"a\":{}}",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"💩\"",
            "\"\\u202e\"",
            "\"<script>\"",
            "\"2022-13-45\"",
            "\"999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59\"",
            "\"99999999999\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"" + LONG + "\"");

    /** For one field at a time, the others being as drawn. */
    private static final List<String> ONE = List.of(
            "null",
            "-1",
            "{}",
            "[null]",
            "[[[]]]",
            "\"\\u0000\"",
            "\"💩\"",
            "\"-999999999-01-01\"",
            "\"" + LONG + "\"");

    /** As a whole body. */
    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "7",
            "\"x\"",
            "{",
            "{\"id\":1,\"id\":2}",
            "[".repeat(5000),
            "{\"a\":".repeat(2000) + "1" + "}".repeat(2000),
            "{\"id\":" + "9".repeat(5000) + "}",
            "\ufeff{}",
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>");

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(12);
    private final AtomicInteger sent = new AtomicInteger();
    private final List<String> units = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> qualifications = new ArrayList<>();

    @BeforeEach
    void remember() {
        units.addAll(codes("units.unit"));
        places.addAll(codes("places.place"));
        qualifications.addAll(codes("training.qualification"));
    }

    /** What was taken as sensible after all, other tests shall not look at. */
    @AfterEach
    void forget() {
        codes("units.unit").stream().filter(c -> isNew(c, units)).forEach(c -> delete("units.unit", c));
        codes("places.place").stream().filter(c -> isNew(c, places)).forEach(c -> delete("places.place", c));
        codes("training.qualification").stream()
                .filter(c -> isNew(c, qualifications))
                .forEach(c -> delete("training.qualification", c));
    }

    /** The codes of {@link Given} are no nonsense. */
    private static boolean isNew(String code, List<String> before) {
        return !before.contains(code) && !code.matches("[pu]-\\d+");
    }

    private List<String> codes(String table) {
        return sql.sql("select code from " + table).query(String.class).list();
    }

    private void delete(String table, String code) {
        sql.sql("delete from " + table + " where code = ?").param(code).update();
    }

    @Test
    void no_operation_of_the_api_breaks_under_nonsense() {
        JsonNode document = new ApiClient(port).get("/v3/api-docs").body();
        List<String> everybody = new ArrayList<>();
        everybody.add("");
        for (Role role : Role.values()) {
            everybody.add(token(role));
        }
        String all = token(Role.values());
        Map<String, String> real = real();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                    JsonNode body = operation
                            .getValue()
                            .path("requestBody")
                            .path("content")
                            .path("application/json");
                    String strange =
                            filled(path.getKey(), v -> UUID.randomUUID().toString());
                    everybody.forEach(token -> api(method, strange, body.isMissingNode() ? null : "{}", token));
                    if (operation.getValue().path("operationId").asString().equals("endToken")) {
                        return;
                    }
                    String known = real.keySet().stream()
                            .filter(path.getKey()::startsWith)
                            .findFirst()
                            .map(prefix -> filled(path.getKey(), v -> real.get(prefix)))
                            .orElse(strange);
                    operation
                            .getValue()
                            .path("parameters")
                            .forEach(p -> atParameter(method, path.getKey(), known, p, all));
                    if (!body.isMissingNode()) {
                        BODIES.forEach(b -> api(method, known, b, all));
                        atFields(method, known, document, body.path("schema"), all);
                    }
                }));
        await();
        assertThat(String.join("\n", faults)).isEmpty();
        assertThat(sent.get()).isGreaterThan(3000);
    }

    private void atParameter(String method, String path, String known, JsonNode parameter, String token) {
        String name = parameter.path("name").asString();
        if (parameter.path("in").asString().equals("query")) {
            TYPED.forEach(t -> api(method, known + "?" + name + "=" + encoded(t), null, token));
        } else if (parameter.path("in").asString().equals("path")) {
            // A NUL is no address at all: the server ends it before it knows that it was the API's.
            TYPED.stream()
                    .filter(t -> t.indexOf(0) < 0)
                    .forEach(t -> api(method, filled(path, v -> encoded(t)), null, token));
        }
    }

    private void atFields(String method, String path, JsonNode document, JsonNode schema, String token) {
        JsonNode good = good(document, schema, 0);
        List<List<Object>> fields = fields(good);
        for (String value : SENT) {
            JsonNode all = good.deepCopy();
            fields.stream().filter(f -> f.size() == 1).forEach(f -> put(all, f, JSON.readTree(value)));
            send(method, path, all, token);
        }
        for (List<Object> field : fields) {
            for (String value : ONE) {
                JsonNode one = good.deepCopy();
                put(one, field, JSON.readTree(value));
                send(method, path, one, token);
            }
        }
    }

    /** A lone surrogate survives only as an escape. */
    private void send(String method, String path, JsonNode body, String token) {
        api(method, path, JSON.writeValueAsString(body).replace("\ud800", "\\ud800"), token);
    }

    /** An id under each address that has one, so that nonsense gets further than "not found". */
    private Map<String, String> real() {
        String unit = given.unit();
        UUID shift = volunteering.shift(unit, VolunteeringGiven.plan(5));
        Map<String, String> real = new LinkedHashMap<>();
        real.put("/api/v1/shifts/", shift.toString());
        real.put("/api/v1/attendance/duties/", shift.toString());
        real.put(
                "/api/v1/opportunities/",
                sql.sql("select opportunity_id::text from volunteering.shift where id = ?")
                        .param(shift)
                        .query(String.class)
                        .single());
        real.put("/api/v1/people/{person}", given.person().toString());
        real.put("/api/v1/members/", volunteering.memberPerson().toString());
        real.put(
                "/api/v1/accounts/",
                given.actor(Role.MEMBER).viewer().accountId().toString());
        real.put("/api/v1/units/", unit);
        real.put("/api/v1/places/", given.place());
        assessment(unit, real);
        whisper(unit, real);
        return real;
    }

    private void assessment(String unit, Map<String, String> real) {
        String course = "course_" + Given.serial();
        UUID question = UUID.randomUUID();
        UUID offering = UUID.randomUUID();
        sql.sql("""
                insert into training.course (code, title_ar, title_en, level, unit_code, assessed_by, created_at)
                values (?, 'دورة', 'Course', 'foundational', ?, 'practical', now())""").params(course, unit).update();
        sql.sql("insert into assessment.question (id, course_code, created_at) values (?, ?, now())")
                .params(question, course)
                .update();
        sql.sql("""
                insert into assessment.wording (id, question_id, number, kind, text_ar, text_en, why_ar, why_en,
                    options_ar, options_en, options_right, written_at)
                values (?, ?, 1, 'true_false', 'س', 'Q', 'ل', 'W', '{ن,ل}', '{T,F}', '{true,false}', now())""").params(UUID.randomUUID(), question).update();
        sql.sql("""
                insert into training.offering (id, course_code, unit_code, state, maximum, created_at)
                values (?, ?, ?, 'open', 5, now())""").params(offering, course, unit).update();
        real.put("/api/v1/assessment/courses/", course);
        real.put("/api/v1/assessment/questions/", question.toString());
        real.put("/api/v1/assessment/offerings/", offering.toString());
    }

    private void whisper(String unit, Map<String, String> real) {
        UUID id = UUID.randomUUID();
        UUID by = given.person().value();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, created_by, created_at, changed_at)
                values (?, ?, 'safety', 'draft', ?, now(), now())""").params(id, unit, by).update();
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at) values (?, 1, ?, now())")
                .params(id, by)
                .update();
        sql.sql("""
                insert into whispers.wording (whisper_id, revision, language, title, body)
                values (?, 1, 'ar', 'همسة', 'نص'), (?, 1, 'en', 'Whisper', 'Text')""").params(id, id).update();
        real.put("/api/v1/whispers/{id}", id.toString());
    }

    private String token(Role... roles) {
        var person = given.person();
        String username = "nonsense" + Given.serial();
        transaction.executeWithoutResult(t -> {
            accounts.create(Viewer.HOUSE, person, username, Given.PASSWORD);
            for (Role role : roles) {
                accounts.grant(Viewer.HOUSE, person, role, null);
            }
        });
        return new ApiClient(port)
                .post("/api/v1/tokens", Map.of("username", username, "password", Given.PASSWORD))
                .body()
                .path("token")
                .asString();
    }

    private void api(String method, String path, @Nullable String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        send(request, answer -> {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            boolean refused = answer.statusCode() >= 400;
            if (answer.statusCode() >= 500
                    || refused && !type.startsWith("application/problem+json")
                    || answer.body().contains("⟦")) {
                faults.add(method + " " + path + " " + cut(String.valueOf(body)) + " -> " + answer.statusCode() + " "
                        + type + " " + cut(answer.body()));
            }
        });
    }

    @Test
    void no_page_breaks_under_nonsense() {
        var person = given.person();
        String username = "nonsense" + Given.serial();
        transaction.executeWithoutResult(t -> {
            accounts.create(Viewer.HOUSE, person, username, Given.PASSWORD);
            for (Role role : Role.values()) {
                accounts.grant(Viewer.HOUSE, person, role, null);
            }
        });
        Visitor visitor = new Visitor(port).signIn(username, Given.PASSWORD);
        String secret = visitor.open("/people/me")
                .page()
                .selectFirst("input[name=_csrf]")
                .val();
        String cookies = visitor.cookies();
        Map<String, String> real = real();
        mapping.getHandlerMethods().forEach((info, method) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String path : info.getPatternValues()) {
                boolean page = method.getBeanType().getName().startsWith("org.kulluna") && !path.startsWith("/api/");
                // The first two end the session; the last answers without end.
                if (page && !Set.of("/sign-out", "/sign-in", "/live").contains(path)) {
                    String known = real.entrySet().stream()
                            .filter(e -> path.contains(e.getKey().replaceAll("^/api/v1(/\\w+/).*", "$1")))
                            .findFirst()
                            .map(e -> filled(path, v -> e.getValue()))
                            .orElseGet(() -> filled(path, v -> UUID.randomUUID().toString()));
                    if (methods.contains(RequestMethod.GET)) {
                        look(path, known, names(method), cookies);
                    } else {
                        fill(path, known, names(method), cookies, secret);
                    }
                }
            }
        });
        await();
        assertThat(String.join("\n", faults)).isEmpty();
        assertThat(sent.get()).isGreaterThan(1500);
    }

    private void look(String path, String known, Set<String> names, String cookies) {
        page(known, null, cookies);
        page(known, null, "");
        for (String typed : TYPED) {
            page(known + "?" + all(names, typed), null, cookies);
        }
        HARD.forEach(typed -> page(filled(path, v -> encoded(typed)), null, cookies));
        HARD.forEach(typed -> names.forEach(n -> page(known + "?" + n + "=" + encoded(typed), null, cookies)));
    }

    private void fill(String path, String known, Set<String> names, String cookies, String secret) {
        String key = "_csrf=" + encoded(secret) + "&";
        page(known, "", "");
        page(known, "", cookies);
        page(known, key, cookies);
        for (String typed : TYPED) {
            page(known, key + all(names, typed), cookies);
        }
        HARD.forEach(typed -> page(filled(path, v -> encoded(typed)), key, cookies));
        HARD.forEach(typed -> names.forEach(n -> page(known, key + n + "=" + encoded(typed), cookies)));
        names.forEach(n -> {
            page(known, key + n + "[0].x=1&" + n + "[99999999]=1", cookies);
            page(known, key + n + ".class.module.classLoader=1&" + n + "=1&" + n + "=2", cookies);
        });
    }

    private static String all(Set<String> names, String typed) {
        return String.join(
                "&", names.stream().map(n -> n + "=" + encoded(typed)).toList());
    }

    private void page(String path, @Nullable String form, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        send(request, answer -> {
            if (answer.statusCode() >= 500
                    || answer.body().contains("⟦")
                    || answer.headers().firstValue("X-Evil").isPresent()
                    || answer.body().contains("<script>alert(1)")) {
                faults.add((form == null ? "GET " : "POST ") + path + " " + cut(String.valueOf(form)) + " -> "
                        + answer.statusCode() + " " + cut(answer.body()));
            }
        });
    }

    /** Query parameters and fields of forms, as the method takes them. */
    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new LinkedHashSet<>();
        for (var p : method.getMethod().getParameters()) {
            if (p.isAnnotationPresent(RequestParam.class)) {
                String given = p.getAnnotation(RequestParam.class).name();
                names.add(given.isEmpty() ? p.getName() : given);
            } else if (p.isAnnotationPresent(ModelAttribute.class)) {
                Arrays.stream(p.getType().getRecordComponents()).forEach(c -> names.add(c.getName()));
            }
        }
        return names;
    }

    private void send(HttpRequest.Builder request, Consumer<HttpResponse<String>> look) {
        sent.incrementAndGet();
        room.acquireUninterruptibly();
        HttpRequest built = request.build();
        http.sendAsync(built, HttpResponse.BodyHandlers.ofString())
                // The server ended a kept connection while the client took it: no answer to judge yet.
                .exceptionallyCompose(broken -> http.sendAsync(built, HttpResponse.BodyHandlers.ofString()))
                .thenAccept(look)
                .whenComplete((done, broken) -> {
                    if (broken != null) {
                        faults.add(built.uri() + ": " + broken);
                    }
                    room.release();
                });
    }

    private void await() {
        room.acquireUninterruptibly(12);
        room.release(12);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String filled(String path, java.util.function.UnaryOperator<String> value) {
        return java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(value.apply(m.group(1))));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(160, text.length()));
    }

    /** A body as the document draws it. */
    private static JsonNode good(JsonNode document, JsonNode schema, int depth) {
        JsonNode s = schema.has("$ref")
                ? document.path("components")
                        .path("schemas")
                        .path(schema.path("$ref").asString().replaceAll(".*/", ""))
                : schema;
        return switch (depth > 4 ? "" : s.path("type").asString("")) {
            case "object" -> {
                ObjectNode o = JSON.createObjectNode();
                s.path("properties")
                        .properties()
                        .forEach(p -> o.set(p.getKey(), good(document, p.getValue(), depth + 1)));
                yield o;
            }
            case "array" -> JSON.createArrayNode().add(good(document, s.path("items"), depth + 1));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().stringNode(UUID.randomUUID().toString());
        };
    }

    /** The way to each field, as names and positions. */
    private static List<List<Object>> fields(JsonNode node) {
        List<List<Object>> found = new ArrayList<>();
        if (node instanceof ObjectNode o) {
            o.properties().forEach(p -> under(p.getKey(), p.getValue(), found));
        } else if (node instanceof ArrayNode a) {
            under(0, a.get(0), found);
        }
        return found;
    }

    private static void under(Object step, JsonNode value, List<List<Object>> found) {
        found.add(List.of(step));
        for (List<Object> further : fields(value)) {
            List<Object> way = new ArrayList<>(List.of(step));
            way.addAll(further);
            found.add(way);
        }
    }

    private static void put(JsonNode root, List<Object> way, JsonNode value) {
        JsonNode at = root;
        for (Object step : way.subList(0, way.size() - 1)) {
            at = step instanceof Integer i ? at.get(i) : at.get((String) step);
        }
        if (way.getLast() instanceof Integer i) {
            ((ArrayNode) at).set(i, value);
        } else {
            ((ObjectNode) at).set((String) way.getLast(), value);
        }
    }
}
