package org.kulluna.membership;

import java.util.List;
import java.util.UUID;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The wall around grounds: encrypted, opened to vetting officers only, and each look is recorded before it shows. */
@Component
public class Grounds {
    private final GroundsRows rows;
    private final VettingRows checks;
    private final Keys keys;
    private final Trail trail;

    Grounds(GroundsRows rows, VettingRows checks, Keys keys, Trail trail) {
        this.rows = rows;
        this.checks = checks;
        this.keys = keys;
        this.trail = trail;
    }

    @Transactional
    public List<Ground> read(Viewer viewer, UUID check) {
        Desk.must(viewer, Right.READ_VETTING_GROUNDS);
        VettingCheck c = checks.find(check).orElseThrow(Refusal::notFound);
        Desk.mustNotBe(viewer, c.person());
        trail.looked(viewer, "read-grounds", "vetting", check, "grounds");
        return rows.list(check).stream()
                .map(g -> new Ground(keys.open(g.sealed()), g.by(), g.at()))
                .toList();
    }

    /** Adds; what was written before stays as it was. */
    @Transactional
    public void write(Viewer viewer, UUID check, GroundsForm form) {
        Desk.must(viewer, Right.READ_VETTING_GROUNDS);
        VettingCheck c = checks.find(check).orElseThrow(Refusal::notFound);
        Desk.mustNotBe(viewer, c.person());
        rows.insert(check, keys.seal(Desk.text(form.text())), viewer.signedIn(), trail.now());
        trail.looked(viewer, "write-grounds", "vetting", check, "grounds");
    }
}
