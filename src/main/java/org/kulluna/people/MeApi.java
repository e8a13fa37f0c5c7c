package org.kulluna.people;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Oneself, for programs. */
@RestController
@RequestMapping("/api/v1/people/me")
class MeApi {
    /** {@code contactBy}: app, email, sms, phone. {@code digits}: latn or arab. */
    record Me(
            PersonId id,
            String nameAr,
            String nameEn,
            @Nullable String email,
            @Nullable String phone,
            List<String> contactBy,
            String language,
            String digits,
            int version) {
        static Me of(Person p) {
            return new Me(
                    p.id(),
                    p.name().ar(),
                    p.name().en(),
                    p.email(),
                    p.phone(),
                    p.contactBy(),
                    p.language(),
                    p.digits(),
                    p.version());
        }
    }

    private final OwnDetails own;
    private final Forms forms;

    MeApi(OwnDetails own, Forms forms) {
        this.own = own;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "getMe", summary = "Who the token belongs to, and how they are reached.")
    Me getMe(Viewer viewer) {
        return Me.of(own.get(viewer));
    }

    @PutMapping
    @Operation(operationId = "updateContact", summary = "Change own contact choices. 409 changed-meanwhile.")
    Me updateContact(@RequestBody ContactForm form, Viewer viewer) {
        forms.check(form);
        return Me.of(own.update(viewer, form));
    }
}
