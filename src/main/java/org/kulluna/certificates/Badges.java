package org.kulluna.certificates;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shell.PublicAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for programs that check awards: signed credentials, and the lists that say which of them were revoked. */
@Component
class Badges {
    private record Signed(StatusList list, String key, String json) {}

    /** What the credential of an award is made from. */
    @Component("certificateRecords")
    record Records(CertificateRows certificates, ChoiceRows choices, CredentialRows credentials) {}

    private final Records records;
    private final Slots slots;
    private final Issuer issuer;
    private final PublicAddress address;
    private final Clock clock;
    private final Map<Integer, Signed> signed = new ConcurrentHashMap<>();

    Badges(Records records, Slots slots, Issuer issuer, PublicAddress address, Clock clock) {
        this.records = records;
        this.slots = slots;
        this.issuer = issuer;
        this.address = address;
        this.clock = clock;
    }

    /**
     * The signed credential, in the words its holder allows. Asked for the first time, it draws its place in a list; it
     * is signed outside that transaction, since signing takes longer than drawing.
     */
    public String credential(String code) {
        Certificate found = records.certificates().findByCode(code).orElseThrow(Refusal::notFound);
        Shows shows = records.choices().get(found.award());
        if (shows == Shows.NOTHING) {
            throw Refusal.notFound();
        }
        Credential credential = records.credentials().find(found.award()).orElseGet(() -> slots.take(found.award()));
        Badge badge = new Badge(found, credential, shows);
        return issuer.sign(badge.json(issuer.profile(), address), credential.madeAt())
                .toString();
    }

    /** Read from the awards each time; signed anew when one was revoked, the hour is over or the key is another. */
    @Transactional(readOnly = true)
    public String statusList(int number) {
        if (!records.credentials().hasList(number)) {
            throw Refusal.notFound();
        }
        List<Integer> revoked = records.credentials().listRevoked(number);
        StatusList wanted = StatusList.of(address.of("/certificates/status/" + number), revoked, clock.instant());
        String key = issuer.newestMethod();
        return signed.compute(number, (n, known) -> isSame(known, wanted, key) ? known : sign(wanted, key))
                .json();
    }

    private static boolean isSame(@Nullable Signed known, StatusList wanted, String key) {
        return known != null && known.list().equals(wanted) && known.key().equals(key);
    }

    private Signed sign(StatusList wanted, String key) {
        Instant created = wanted.from();
        return new Signed(
                wanted, key, issuer.sign(wanted.json(issuer.did()), created).toString());
    }

    /** @param language ar or en */
    @Transactional(readOnly = true)
    public String achievement(String qualification, String language) {
        return new Achievement(
                        qualification,
                        records.certificates().findTitle(qualification).orElseThrow(Refusal::notFound))
                .in(language, address)
                .add("@context", Achievement.context())
                .build()
                .toString();
    }
}
