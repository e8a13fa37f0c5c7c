package org.kulluna.volunteering;

/**
 * {@link org.kulluna.eligibility.Eligibility} once more, as SQL: only to keep lists fast. A property test holds the two
 * together. It speaks of a shift {@code s}, a candidate {@code c} and the shift's days {@code d} (see {@link #DAYS}); that the
 * shift has not begun is asked by the lists themselves.
 */
final class Prefilter {
    private Prefilter() {}

    /** The candidate as one row, for {@code with c as materialized (...)}. Takes {@code :person}. */
    static final String CANDIDATE = """
            select pd.person_id, pd.born_on, pd.home_place, pm.status, pm.student, pm.suspended_until, pm.vetted_until,
                   pm.consent_until, pr.citizen, pr.visa_valid_to
              from people.directory pd
              left join membership.roll pm on pm.person_id = pd.person_id
              left join people.residence pr on pr.person_id = pd.person_id
             where pd.person_id = :person""";

    static final String DAYS = """
             cross join lateral (
                select x.first_day, x.last_day,
                       coalesce(date_part('year', age(x.first_day::timestamp, c.born_on::timestamp))::int, -1) as years
                  from (select (s.starts_at at time zone s.zone)::date as first_day,
                               ((s.ends_at - interval '1 microsecond') at time zone s.zone)::date as last_day) x) d
            """;

    static final String MAY = """
            c.status is not null and c.status <> 'left'
            and not (c.status = 'suspended' and (c.suspended_until is null or c.suspended_until >= d.first_day))
            and c.vetted_until >= d.last_day
            and (s.students_welcome or not (c.student or d.years < 18))
            and (d.years >= 18 or c.consent_until >= d.last_day)
            and (d.years >= s.minimum_age or (s.students_welcome and c.student and s.minimum_age = 18))
            and (c.citizen or c.visa_valid_to >= d.last_day)
            and not exists (
                select from unnest('onboarding'::text || s.required_qualifications) as q(code)
                 where not exists (
                    select from training.standing t
                     where t.person_id = c.person_id and t.qualification = q.code and t.valid_from <= d.first_day
                       and (t.valid_to is null or t.valid_to >= d.last_day)))
            and not exists (
                select from eligibility.bound b
                 where b.person_id = c.person_id and b.subject_id <> s.id
                   and b.during && tstzrange(s.starts_at, s.ends_at, '[)'))""";
}
