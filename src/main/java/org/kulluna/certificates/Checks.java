package org.kulluna.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever holds a certificate's code, and is nobody the house knows. */
@Component
class Checks {
    private final CertificateRows rows;
    private final ChoiceRows choices;
    private final Audit audit;
    private final Clock clock;

    Checks(CertificateRows rows, ChoiceRows choices, Audit audit, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND when no certificate ever had that code */
    @Transactional(readOnly = true)
    public CheckedCertificate check(String code) {
        Certificate found = rows.findByAnyCode(code).orElseThrow(Refusal::notFound);
        if (!found.code().equals(code)) {
            return CheckedCertificate.without(code, "withdrawn");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        return CheckedCertificate.of(found, choices.get(found.award()), today, newer(found));
    }

    /** The newer one only where it says something itself. */
    private @Nullable String newer(Certificate found) {
        return Optional.ofNullable(found.supersededBy())
                .flatMap(rows::findByCode)
                .filter(n -> choices.get(n.award()) != Shows.NOTHING)
                .map(Certificate::code)
                .orElse(null);
    }

    /**
     * Whether that is the holder's name. Each try is recorded.
     *
     * @throws Refusal NOT_FOUND; CONFLICT certificate-not-shown when there is nothing to compare it with
     */
    @Transactional
    public boolean compareName(Viewer viewer, String code, NameForm form) {
        Certificate found = rows.findByAnyCode(code).orElseThrow(Refusal::notFound);
        HolderName name = new HolderName(found.name());
        if (!found.code().equals(code) || choices.get(found.award()) == Shows.NOTHING || !name.isKnown()) {
            throw Refusal.conflict("certificate-not-shown");
        }
        audit.record(viewer, "certificates.compare-name", "award", found.award());
        return name.matches(String.valueOf(form.name()));
    }
}
