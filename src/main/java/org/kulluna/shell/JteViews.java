package org.kulluna.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds {@code jte/<name>.jte}. A page shown again after a refusal carries the refusal's status. */
@Component
class JteViews implements ViewResolver, Ordered {
    static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, JteViews.class.getClassLoader());

    private final Frames frames;

    JteViews(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith("redirect:") || !ENGINE.hasTemplate(name + ".jte") ? null : new JteView(name);
    }

    @Override
    public int getOrder() {
        return 0;
    }

    private final class JteView implements View {
        private final String name;

        JteView(String name) {
            this.name = name;
        }

        /** Without it Spring's content negotiation passes the view by. */
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> params = new HashMap<>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (value != null) {
                        params.put(key, value);
                    }
                });
            }
            if (params.get("refusal") instanceof Refusal refusal) {
                response.setStatus(refusal.kind().status);
            }
            frames.write(name, params, request, response);
        }
    }
}
