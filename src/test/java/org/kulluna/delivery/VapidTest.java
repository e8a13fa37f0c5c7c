package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.kulluna.keys.Keys;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VapidTest extends HouseTest {
    @Autowired
    private Vapid vapid;

    @Autowired
    private VapidRows rows;

    @Autowired
    private Keys keys;

    private static String[] token(String header) {
        return header.replaceAll("^vapid t=|, k=.*$", "").split("\\.");
    }

    @Test
    void the_word_is_for_one_service_ends_within_a_day_and_is_signed_with_the_public_key() throws Exception {
        String[] token = token(vapid.header(URI.create("https://push.example/abc?d")));
        JsonNode claims =
                JsonMapper.builder().build().readTree(Base64.getUrlDecoder().decode(token[1]));
        assertThat(claims.path("aud").asString()).isEqualTo("https://push.example");
        assertThat(claims.path("sub").asString()).startsWith("mailto:");
        assertThat(claims.path("exp").asLong() - clock.instant().getEpochSecond())
                .isBetween(1L, Duration.ofHours(24).toSeconds());
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(P256.point(vapid.publicKey()));
        check.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
    }

    @Test
    void it_is_said_again_until_it_grows_old() {
        URI service = URI.create("https://push.example/1");
        String first = vapid.header(service);
        assertThat(vapid.header(URI.create("https://push.example/2"))).isEqualTo(first);
        assertThat(vapid.header(URI.create("https://other.example/1"))).isNotEqualTo(first);
        clock.forward(Duration.ofHours(12));
        assertThat(vapid.header(service)).isNotEqualTo(first);
    }

    /** Nothing here asked for it; run alone, nobody else did either. */
    @Test
    void the_key_pair_is_there_after_the_start() {
        assertThat(rows.find()).isPresent();
    }

    @Test
    @Transactional
    void the_start_makes_it_where_there_is_none() {
        sql.sql("delete from delivery.vapid_key").update();
        new VapidAtStart(new Vapid(rows, keys, clock, "", "")).make();
        assertThat(rows.find()).isPresent();
    }

    @Test
    void the_key_pair_is_made_once_and_its_private_half_lies_sealed() {
        byte[] key = vapid.publicKey();
        VapidRows.Row row = rows.find().orElseThrow();
        rows.insert(new VapidRows.Row(new byte[65], keys.seal("other")), clock.instant());
        assertThat(rows.find().orElseThrow().publicKey()).isEqualTo(key).isEqualTo(row.publicKey());
        byte[] secret = Base64.getUrlDecoder().decode(keys.open(row.secret()));
        assertThat(secret).hasSize(32);
        assertThat(new String(row.secret().cipher(), StandardCharsets.ISO_8859_1))
                .doesNotContain(keys.open(row.secret()));
        assertThat(rows.keysInUse()).containsExactly(row.secret().keyId());
        assertThat(rows.resealSome(10)).isZero();
    }
}
