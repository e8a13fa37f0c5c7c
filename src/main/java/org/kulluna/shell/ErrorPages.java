package org.kulluna.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kulluna.shared.Refusal;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What goes wrong outside any controller: the server's own errors, said in the same words. */
@Controller
class ErrorPages implements ErrorController {
    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer n ? n : 404;
        if (code >= 500) {
            Throwable cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
            if (ErrorAdvice.isBusy(cause)) {
                problems.answer(request, response, Refusal.of(Refusal.Kind.BUSY, "too-busy"));
            } else {
                problems.answerBroken(request, response, Problems.bug(request, cause));
            }
            return;
        }
        problems.answer(request, response, refusal(ErrorAdvice.isTooLarge(request) ? 413 : code));
    }

    private static Refusal refusal(int code) {
        return switch (code) {
            case 200, 404 -> Refusal.notFound();
            case 413 -> Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
            default -> Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        };
    }
}
