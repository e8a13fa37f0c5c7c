package org.kulluna.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.kulluna.shared.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No body of the API, and none elsewhere but forms, is larger than a thousand facts need; uploads have the multipart limits and an address of their own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BodyLimit extends OncePerRequestFilter {
    static final int API_BYTES = 1_000_000;
    static final int UPLOAD_BYTES = 8_000_000;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!Problems.isApi(request) && !isRead(request)) {
            chain.doFilter(request, response);
            return;
        }
        String address = request.getRequestURI();
        boolean upload = address.startsWith("/api/v1/imports") || address.equals("/api/v1/whispers/pictures");
        int most = upload ? UPLOAD_BYTES : API_BYTES;
        if (request.getContentLengthLong() > most) {
            swallow(request.getInputStream());
            problems.answer(request, response, tooLarge());
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, most) : request, response);
    }

    /** Scripts and players send to pages' addresses, under whatever type; forms and uploads have the server's own limits. */
    private static boolean isRead(HttpServletRequest request) {
        String type = request.getContentType();
        String plain = type == null ? "" : type.toLowerCase(Locale.ROOT).strip();
        return !request.getMethod().equals("GET")
                && !plain.startsWith("application/x-www-form-urlencoded")
                && !plain.startsWith("multipart/form-data");
    }

    /** Who is still sending when the line is cut never reads the answer; what is larger still is cut. */
    private static void swallow(InputStream body) throws IOException {
        byte[] some = new byte[16_384];
        long left = UPLOAD_BYTES;
        for (int n = 0; n >= 0 && left > 0; left -= n) {
            n = body.read(some);
        }
    }

    static Refusal tooLarge() {
        return Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
    }

    /** A body that does not say its length is counted while it is read. */
    private static final class Counted extends HttpServletRequestWrapper {
        private final int most;

        Counted(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            ServletInputStream in = super.getInputStream();
            return new ServletInputStream() {
                private long read;

                @Override
                public int read() throws IOException {
                    int b = in.read();
                    if (b >= 0 && ++read > most) {
                        throw tooLarge();
                    }
                    return b;
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int n = in.read(bytes, from, length);
                    read += Math.max(0, n);
                    if (read > most) {
                        throw tooLarge();
                    }
                    return n;
                }

                @Override
                public boolean isFinished() {
                    return in.isFinished();
                }

                @Override
                public boolean isReady() {
                    return in.isReady();
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    in.setReadListener(listener);
                }
            };
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
