package org.kulluna.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.PublicAddress;
import org.kulluna.training.Offerings;
import org.kulluna.units.Unit;
import org.kulluna.units.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to certificates on paper: the holder's own, and the training office's. Each taking leaves its trace. */
@Component
class CertificatePrints {
    private final CertificatePrintRows rows;
    private final Offerings offerings;
    private final Units units;
    private final Audit audit;
    private final Stand stand;

    /** What of here and now stands on the paper. */
    @Component
    record Stand(
            PublicAddress address,
            Clock clock,
            @Value("${kulluna.demo:false}") boolean demo) {
        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        }
    }

    CertificatePrints(CertificatePrintRows rows, Offerings offerings, Units units, Audit audit, Stand stand) {
        this.rows = rows;
        this.offerings = offerings;
        this.units = units;
        this.audit = audit;
        this.stand = stand;
    }

    /** @throws Refusal CONFLICT certificate-revoked */
    @Transactional
    public CertificatePaper takeOwn(Viewer viewer, UUID award) {
        return take(viewer, rows.findOwn(award, viewer.signedIn()).orElseThrow(Refusal::notFound));
    }

    /**
     * For whoever records qualifications, and for the unit whose course it was.
     *
     * @throws Refusal CONFLICT certificate-revoked
     */
    @Transactional
    public CertificatePaper take(Viewer viewer, UUID award) {
        viewer.must(Right.RECORD_QUALIFICATION);
        Certificate c = rows.find(award).orElseThrow(Refusal::notFound);
        String unit = c.unit();
        if (unit == null || !viewer.may(Right.RUN_COURSES, unit)) {
            viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        }
        return take(viewer, c);
    }

    /**
     * All of an offering, by name; those taken back are left out.
     *
     * @throws Refusal CONFLICT no-certificates-yet
     */
    @Transactional
    public List<CertificatePaper> takeAll(Viewer viewer, UUID offering) {
        offerings.get(viewer, offering);
        List<Certificate> all = rows.listOfOffering(offering);
        if (all.isEmpty()) {
            throw Refusal.conflict("no-certificates-yet");
        }
        audit.record(viewer, "certificates.print-all", "offering", offering);
        Map<String, Unit> byCode = units.byCode();
        return all.stream().map(c -> paper(c, byCode)).toList();
    }

    private CertificatePaper take(Viewer viewer, Certificate c) {
        if (c.revokedAt() != null) {
            throw Refusal.conflict("certificate-revoked");
        }
        audit.record(viewer, "certificates.print", "award", c.award());
        return paper(c, units.byCode());
    }

    private CertificatePaper paper(Certificate c, Map<String, Unit> byCode) {
        Unit unit = c.unit() == null ? null : byCode.get(c.unit());
        LocalizedText issuer = unit == null ? new LocalizedText(c.issuer(), "") : unit.name();
        return new CertificatePaper(
                c, issuer, stand.today(), stand.address().of("/certificates/" + c.code()), stand.demo());
    }
}
