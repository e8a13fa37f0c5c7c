package org.kulluna.audience;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;

/** Choices of members. */
@Component
public class Audiences {
    /**
     * Whoever is meant, within what the viewer may address: a right bound to units reaches those who served with them.
     *
     * @param today in the programme's zone: ages and what is held are judged on it
     */
    public Selection select(Viewer viewer, Filter filter, LocalDate today) {
        viewer.must(Right.BUILD_AUDIENCES);
        Map<String, Object> params = new HashMap<>();
        params.put("audience_today", today);
        return new Selection("""
                select a.person_id, a.language, a.region, a.nationality,
                       case when a.born_on is null then 'unknown'
                            when date_part('year', age(:audience_today::date, a.born_on)) < 18 then 'under-18'
                            when date_part('year', age(:audience_today::date, a.born_on)) < 25 then '18-24'
                            when date_part('year', age(:audience_today::date, a.born_on)) < 35 then '25-34'
                            when date_part('year', age(:audience_today::date, a.born_on)) < 45 then '35-44'
                            when date_part('year', age(:audience_today::date, a.born_on)) < 55 then '45-54'
                            else '55-over' end as age_group,
                       a.gender, a.home_place
                  from audience.members a""", params);
    }
}
