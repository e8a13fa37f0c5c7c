package org.kulluna.audience;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each part of a filter is in SQL. A property test holds it to what {@link Filter} says, person by person. */
@Repository
class AudienceRows {
    /** The bounds are days: whoever was born on or before the day so many years ago has reached that age. */
    private static final String MEMBERS = """
            select a.person_id, a.language, a.region, a.nationality, a.age_group, a.gender, a.home_place
              from (select m.*,
                           case when m.born_on is null or m.born_on > :audience_today::date then 'unknown'
                                when m.born_on > :audience_born_18::date then 'under-18'
                                when m.born_on > :audience_born_25::date then '18-24'
                                when m.born_on > :audience_born_35::date then '25-34'
                                when m.born_on > :audience_born_45::date then '35-44'
                                when m.born_on > :audience_born_55::date then '45-54'
                                else '55-over' end as age_group
                      from audience.members m) a
             where (a.suspended_until is null or a.suspended_until < :audience_today::date)""";

    private static final String SERVED = """

               and a.person_id in (
                   select h.canonical_id from attendance.published_hours h
                    where h.unit_code = any(:%1$s::text[])
                    group by h.canonical_id having sum(h.minutes) > 0
                   union all
                   select n.canonical_id from volunteering.held_places p
                     join attendance.duty_summary d on d.id = p.shift_id and not d.cancelled
                     join people.lineage n on n.person_id = p.person_id
                    where p.state = 'booked' and d.unit_code = any(:%1$s::text[]))""";

    private static final String QUALIFIED = """

               and a.person_id in (
                   select t.person_id from training.standing t
                    where t.qualification = any(:audience_qualifications::text[])
                      and t.valid_from <= :audience_today::date
                      and (t.valid_to is null or t.valid_to >= :audience_today::date)
                    group by t.person_id
                   having count(distinct t.qualification) = :audience_qualification_count)""";

    private static final String SINCE = """

               and %1$s (select from (
                   select h.canonical_id from attendance.published_hours h
                    where h.starts_on > :%2$s::date and h.starts_on <= :audience_today::date
                    group by h.canonical_id having sum(h.minutes) > 0) d where d.canonical_id = a.person_id)""";

    private final JdbcClient sql;

    AudienceRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param within only who served with one of these units; null: everybody */
    static Selection select(Filter f, LocalDate today, @Nullable Set<String> within) {
        Map<String, Object> params = new HashMap<>();
        params.put("audience_today", today);
        for (int age : new int[] {18, 25, 35, 45, 55}) {
            params.put("audience_born_" + age, today.minusYears(age));
        }
        StringBuilder b = new StringBuilder(MEMBERS);
        narrow(b, params, "audience_regions", f.regions(), "a.region = any(:%1$s::text[])");
        narrow(b, params, "audience_places", f.places(), "a.home_place = any(:%1$s::text[])");
        narrow(
                b,
                params,
                "audience_languages",
                f.languages(),
                "(a.language = any(:%1$s::text[]) or a.languages && :%1$s::text[])");
        narrow(b, params, "audience_nationalities", f.nationalities(), "a.nationality = any(:%1$s::text[])");
        narrow(b, params, "audience_ages", f.ageGroups(), "a.age_group = any(:%1$s::text[])");
        if (!f.units().isEmpty()) {
            served(b, params, "audience_units", f.units().toArray(String[]::new));
        }
        if (within != null) {
            served(b, params, "audience_within", within.toArray(String[]::new));
        }
        deeds(b, params, f, today);
        return new Selection(b.toString(), Map.copyOf(params));
    }

    private static void deeds(StringBuilder b, Map<String, Object> params, Filter f, LocalDate today) {
        if (!f.qualifications().isEmpty()) {
            params.put("audience_qualifications", f.qualifications().toArray(String[]::new));
            params.put("audience_qualification_count", f.qualifications().size());
            b.append(QUALIFIED);
        }
        if (f.idleDays() != null) {
            params.put("audience_idle_since", today.minusDays(f.idleDays()));
            b.append(SINCE.formatted("not exists", "audience_idle_since"));
        }
        if (f.activeDays() != null) {
            params.put("audience_active_since", today.minusDays(f.activeDays()));
            b.append(SINCE.formatted("exists", "audience_active_since"));
        }
    }

    private static void narrow(
            StringBuilder b, Map<String, Object> params, String name, List<String> codes, String condition) {
        if (!codes.isEmpty()) {
            params.put(name, codes.toArray(String[]::new));
            b.append("\n   and ").append(condition.formatted(name));
        }
    }

    private static void served(StringBuilder b, Map<String, Object> params, String name, String[] units) {
        params.put(name, units);
        b.append(SERVED.formatted(name));
    }

    long count(Selection s) {
        return sql.sql("select count(*) from (" + s.sql() + ") s")
                .params(s.params())
                .query(Long.class)
                .single();
    }

    Breakdown breakdown(Selection s) {
        List<Breakdown.Share> regions = new ArrayList<>();
        List<Breakdown.Share> languages = new ArrayList<>();
        List<Breakdown.Share> ages = new ArrayList<>();
        long[] total = {0};
        sql.sql("""
                select s.region, s.language, s.age_group, count(*) as people,
                       grouping(s.region, s.language, s.age_group) as level
                  from (%s) s
                 group by grouping sets ((), (s.region), (s.language), (s.age_group))""".formatted(s.sql())).params(s.params()).query(rs -> {
            long people = rs.getLong("people");
            switch (rs.getInt("level")) {
                case 3 -> regions.add(new Breakdown.Share(rs.getString("region"), people));
                case 5 -> languages.add(new Breakdown.Share(rs.getString("language"), people));
                case 6 -> ages.add(new Breakdown.Share(rs.getString("age_group"), people));
                default -> total[0] = people;
            }
        });
        Comparator<Breakdown.Share> most =
                Comparator.comparingLong(Breakdown.Share::count).reversed().thenComparing(Breakdown.Share::code);
        regions.sort(most);
        languages.sort(most);
        ages.sort(Comparator.comparingInt(share -> Filter.AGE_GROUPS.indexOf(share.code())));
        return new Breakdown(total[0], List.copyOf(regions), List.copyOf(languages), List.copyOf(ages));
    }
}
