package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SafeHeadersTest {
    private static MockHttpServletResponse answer(boolean secure) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SafeHeaders(secure).doFilter(new MockHttpServletRequest("GET", "/"), response, (q, r) -> {
            ((HttpServletResponse) r).addHeader("Set-Cookie", "done=x; Path=/; HttpOnly; SameSite=Strict");
            ((HttpServletResponse) r).addHeader("Set-Cookie", "kulluna=y; Path=/; Secure; HttpOnly");
        });
        return response;
    }

    @Test
    void in_production_no_cookie_leaves_over_plain_http_whoever_sets_it() throws Exception {
        assertThat(answer(true).getHeaders("Set-Cookie")).hasSize(2).allMatch(c -> c.split("; Secure", -1).length == 2);
        assertThat(answer(true).getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void the_demo_on_plain_http_keeps_its_cookies() throws Exception {
        assertThat(answer(false).getHeaders("Set-Cookie").getFirst()).doesNotContain("Secure");
        assertThat(answer(false).getHeader("Strict-Transport-Security")).isNull();
    }
}
