package org.kulluna.membership;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to passes: a member's devices, what they show, and what a gate reads. */
@Component
public class Passes {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PassRows rows;
    private final MemberRows members;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    Passes(PassRows rows, MemberRows members, Keys keys, Audit audit, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who a scanned code stands for. Codes of a record that was merged into another keep answering for the one kept.
     *
     * @return empty when the text is no pass of this programme, or the person was erased
     */
    @Transactional(readOnly = true)
    public Optional<PassReading> read(String code) {
        return PassCode.parse(code).flatMap(c -> read(c, clock.instant()));
    }

    private Optional<PassReading> read(PassCode code, Instant now) {
        return rows.findByPublicId(code.publicId())
                .map(person -> new PassReading(
                        person,
                        rows.findLiveDevice(code.device(), person)
                                .map(device -> code.isLive(secret(device), now))
                                .orElse(false)));
    }

    /**
     * The pass on this device, which is registered when it is none of the member's.
     *
     * @param known the id this device kept, null when it kept none
     */
    @Transactional
    public Pass open(Viewer viewer, @Nullable UUID known) {
        Member member = member(viewer);
        PassDevice device = Optional.ofNullable(known)
                .flatMap(id -> rows.findLiveDevice(id, member.person()))
                .orElseGet(() -> register(viewer, member));
        Instant now = clock.instant();
        byte[] secret = secret(device.id());
        return new Pass(
                member,
                device,
                secret,
                PassCode.of(member.publicId(), device.code(), secret, now).text(),
                Instant.ofEpochSecond((PassCode.stepAt(now) + 1) * PassCode.STEP_SECONDS),
                rows.countLiveDevices(member.person()),
                rows.findVettedUntil(member.person()).orElse(null));
    }

    private PassDevice register(Viewer viewer, Member member) {
        byte[] random = new byte[8];
        RANDOM.nextBytes(random);
        // Random, not time-ordered: the id is what the secret is derived from.
        PassDevice device =
                new PassDevice(UUID.randomUUID(), PassCode.base32(random).substring(0, 12));
        rows.insertDevice(device, member.person(), clock.instant());
        audit.record(viewer, "membership.register-device", "person", member.person());
        return device;
    }

    /** A lost phone: every device but this one stops showing a live pass. */
    @Transactional
    public void revokeOthers(Viewer viewer, @Nullable UUID kept) {
        Member member = member(viewer);
        rows.revokeDevices(member.person(), kept, clock.instant());
        audit.record(viewer, "membership.revoke-devices", "person", member.person());
    }

    private Member member(Viewer viewer) {
        viewer.must(Right.VOLUNTEER);
        PersonId person = viewer.signedIn();
        return members.find(person).filter(m -> !m.status().equals("left")).orElseThrow(Refusal::notFound);
    }

    private byte[] secret(UUID device) {
        return keys.hash(Keys.Purpose.PASS, device.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
