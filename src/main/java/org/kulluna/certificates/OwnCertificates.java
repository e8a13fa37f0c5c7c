package org.kulluna.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to one's own certificates, and to what the world sees of them. */
@Component
class OwnCertificates {
    private final CertificateRows rows;
    private final ChoiceRows choices;
    private final PublicAddress address;
    private final Audit audit;
    private final Clock clock;

    OwnCertificates(CertificateRows rows, ChoiceRows choices, PublicAddress address, Audit audit, Clock clock) {
        this.rows = rows;
        this.choices = choices;
        this.address = address;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<OwnCertificate> list(Viewer viewer) {
        Map<UUID, Shows> chosen = choices.listOf(viewer.signedIn());
        return rows.listOf(viewer.signedIn()).stream()
                .map(c -> seen(c, chosen.getOrDefault(c.award(), Shows.INITIALS)))
                .toList();
    }

    /** Says what anybody who has the code shall see, from now on. */
    @Transactional
    public OwnCertificate choose(Viewer viewer, UUID award, ShowsForm form) {
        Certificate mine = own(viewer, award);
        Shows shows = Shows.read(form.shows()).orElseThrow(() -> Refusal.invalid("shows", "not-a-choice"));
        if (choices.put(award, shows, clock.instant())) {
            audit.record(viewer, "certificates.choose", "award", award, "shows");
        }
        return seen(mine, shows);
    }

    /**
     * Gives it a new code; paper, links and pictures with the old one say only that it was withdrawn. The same request
     * once more changes nothing.
     *
     * @throws Refusal CONFLICT changed-meanwhile when that is not its code
     */
    @Transactional
    public OwnCertificate renewCode(Viewer viewer, UUID award, RenewForm form) {
        Certificate mine = own(viewer, award);
        String old = String.valueOf(form.code());
        boolean renewed =
                mine.code().equals(old) && choices.replaceCode(award, old, CertificateCode.random(), clock.instant());
        if (renewed) {
            audit.record(viewer, "certificates.renew-code", "award", award, "code");
        } else if (!choices.isReplaced(award, old)) {
            throw Refusal.changedMeanwhile();
        }
        return seen(rows.find(award).orElseThrow(), choices.get(award));
    }

    private Certificate own(Viewer viewer, UUID award) {
        return rows.find(award).filter(c -> viewer.is(c.holder())).orElseThrow(Refusal::notFound);
    }

    private OwnCertificate seen(Certificate c, Shows shows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        return OwnCertificate.of(c, shows, today, address.of("/certificates/" + c.code()));
    }
}
