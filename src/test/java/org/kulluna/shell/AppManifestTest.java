package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;

class AppManifestTest {
    @Test
    void it_speaks_the_readers_language_and_stays_one_app() {
        Map<String, Object> ar = AppManifest.in("ar", a -> a);
        Map<String, Object> en = AppManifest.in("en", a -> a);
        Map<String, Object> ur = AppManifest.in("ur", a -> a);
        assertThat(ar).containsEntry("dir", "rtl").containsEntry("lang", "ar").containsEntry("short_name", "كلنا");
        assertThat(en).containsEntry("dir", "ltr").containsEntry("lang", "en").containsEntry("short_name", "Kulluna");
        assertThat(ur).containsEntry("dir", "rtl").containsEntry("lang", "ur");
        assertThat(List.of(en.get("id"), ur.get("id"))).containsOnly(ar.get("id"));
    }

    @Test
    void a_page_is_kept_for_a_member_about_themselves_only() {
        String id = UUID.randomUUID().toString();
        assertThat(Keeping.PAGES).allMatch(Keeping::isOwn);
        assertThat(Keeping.isOwn("/whispers/inbox/" + id)).isTrue();
        for (String other : List.of(
                "/",
                "/whispers/inbox",
                "/whispers/" + id,
                "/whispers/manage",
                "/whispers/manage/" + id,
                "/whispers/manage/" + id + "/recipients",
                "/membership/members/" + id,
                "/inbox/read",
                "/home/",
                "/people/me")) {
            assertThat(Keeping.isOwn(other)).as(other).isFalse();
        }
        assertThat(Keeping.keeps(viewer(UUID.randomUUID(), Role.MEMBER))).isTrue();
        assertThat(Keeping.keeps(viewer(UUID.randomUUID(), Role.COMMUNICATIONS_OFFICER)))
                .isFalse();
        assertThat(Keeping.keeps(Viewer.STRANGER)).isFalse();
    }

    @Test
    void whose_a_page_is_changes_with_the_account_and_with_its_roles() {
        UUID account = UUID.randomUUID();
        String member = Keeping.key(viewer(account, Role.MEMBER));
        assertThat(Keeping.key(viewer(account, Role.MEMBER))).isEqualTo(member);
        String leader = Keeping.key(viewer(account, Role.MEMBER, Role.SHIFT_LEADER));
        assertThat(leader).isNotEqualTo(member).startsWith(member.substring(0, 17));
        assertThat(Keeping.key(viewer(account, Role.SHIFT_LEADER, Role.MEMBER))).isEqualTo(leader);
        assertThat(Keeping.key(viewer(UUID.randomUUID(), Role.MEMBER))).doesNotStartWith(member.substring(0, 17));
        assertThat(member).doesNotContain(account.toString().substring(0, 8));
        assertThat(Keeping.key(Viewer.STRANGER)).isEqualTo(Keeping.NOBODY);
    }

    private static Viewer viewer(UUID account, Role... roles) {
        List<Viewer.Grant> grants = java.util.Arrays.stream(roles)
                .map(r -> new Viewer.Grant(r, null))
                .toList();
        return new Viewer(new PersonId(UUID.randomUUID()), account, grants, false);
    }
}
