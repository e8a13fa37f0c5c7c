package org.kulluna.eligibility;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Qualifications by name: few, said on every page, so kept in memory for a minute. */
@Component
public class ReasonNames {
    private final LoadingCache<Boolean, Map<String, LocalizedText>> cache;

    ReasonNames(JdbcClient sql) {
        cache = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(k -> read(sql));
    }

    /** All of them, by code. */
    public Map<String, LocalizedText> qualifications() {
        return cache.get(true);
    }

    public LocalizedText qualification(String code) {
        return qualifications().getOrDefault(code, new LocalizedText(code, code));
    }

    /** Adds {@code qualificationAr} and {@code qualificationEn}, so that {@code reason.KEY} can be said without looking anything up. */
    public Reason name(Reason reason) {
        String code = reason.args().get("qualification");
        if (code == null) {
            return reason;
        }
        LocalizedText name = qualification(code);
        Map<String, String> args = new HashMap<>(reason.args());
        args.put("qualificationAr", name.in("ar"));
        args.put("qualificationEn", name.in("en"));
        return new Reason(reason.key(), args, reason.way());
    }

    public List<Reason> name(List<Reason> reasons) {
        return reasons.stream().map(this::name).toList();
    }

    private static Map<String, LocalizedText> read(JdbcClient sql) {
        Map<String, LocalizedText> all = new LinkedHashMap<>();
        sql.sql("select code, name_ar, name_en from training.qualification_names order by name_ar, code")
                .query((rs, n) -> Map.entry(
                        rs.getString("code"), new LocalizedText(rs.getString("name_ar"), rs.getString("name_en"))))
                .list()
                .forEach(e -> all.put(e.getKey(), e.getValue()));
        return all;
    }
}
