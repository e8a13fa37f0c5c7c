package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong inside a controller: an expected "no" in words, a bug as a reference number only. */
@ControllerAdvice
class ErrorAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);
    /** Bad characters, bad Unicode escapes, numbers and days out of range. */
    private static final java.util.Set<String> UNSTORABLE = java.util.Set.of("22021", "22P05", "22003", "22008");

    private final Problems problems;

    ErrorAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    Object refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        LOG.debug("refused {} {}", refusal.key(), Problems.withoutSecret(request.getRequestURI()));
        if (refusal.kind() == Refusal.Kind.BUSY) {
            response.setHeader("Retry-After", "2");
        }
        if (Problems.isApi(request)) {
            ProblemDetail problem = problems.problem(request, refusal);
            return ResponseEntity.status(refusal.kind().status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("shell/refused", Map.of("refusal", refusal));
        page.setStatus(HttpStatus.valueOf(refusal.kind().status));
        return page;
    }

    @ExceptionHandler
    @Nullable
    Object failed(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (e instanceof MaxUploadSizeExceededException
                || e instanceof org.springframework.web.multipart.MultipartException && isTooLarge(request)) {
            return refused(Refusal.of(Refusal.Kind.TOO_LARGE, "too-large"), request, response);
        }
        if (e instanceof HttpMessageNotReadableException
                || e instanceof org.springframework.beans.TypeMismatchException
                || e instanceof org.springframework.web.bind.MissingServletRequestParameterException
                || e instanceof org.springframework.web.multipart.MultipartException) {
            return refused(Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood"), request, response);
        }
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            List<String> allowed = known.getHeaders().getOrEmpty(HttpHeaders.ALLOW);
            allowed.forEach(methods -> response.setHeader(HttpHeaders.ALLOW, methods));
            return refused(expected(known.getStatusCode().value()), request, response);
        }
        if (isBusy(e)) {
            LOG.warn(
                    "busy at {} {}: {}",
                    request.getMethod(),
                    Problems.withoutSecret(request.getRequestURI()),
                    e.toString());
            return refused(Refusal.of(Refusal.Kind.BUSY, "too-busy"), request, response);
        }
        if (isUnstorable(e)) {
            return refused(Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood"), request, response);
        }
        return broken(Problems.bug(request, e), request);
    }

    /** The server calls a body that is larger than the largest file a broken one. */
    static boolean isTooLarge(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/") && request.getContentLengthLong() > 5L * 1024 * 1024;
    }

    /** What no PostgreSQL database can hold, such as a NUL or the year 999999: nonsense from outside, not a bug of ours. */
    private static boolean isUnstorable(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof java.sql.SQLException sql && UNSTORABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The database has no connection for us, or broke off one of two that waited for each other: nothing was changed. */
    static boolean isBusy(@Nullable Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ConcurrencyFailureException
                    || t instanceof CannotCreateTransactionException
                    || t instanceof CannotGetJdbcConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static Refusal expected(int status) {
        return switch (status) {
            case 404 -> Refusal.notFound();
            case 405 -> Refusal.of(Refusal.Kind.NOT_POSSIBLE, "not-possible-here");
            default -> Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        };
    }

    private Object broken(String reference, HttpServletRequest request) {
        if (Problems.isApi(request)) {
            return ResponseEntity.status(500)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Problems.broken(request, reference));
        }
        ModelAndView page = new ModelAndView("shell/broken", Map.of("reference", reference));
        page.setStatus(HttpStatus.INTERNAL_SERVER_ERROR);
        return page;
    }
}
