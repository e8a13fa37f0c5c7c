-- Reach as sets of persons, for figures.
create or replace view whispers.published_reach_bits as
    select b.whisper_id, b.starts_on, b.unit_code, b.theme, b.dimension, b.value, b.chunk, b.people, b.latest
      from whispers.reached_bits b;

-- Who must be counted from the rows of published_reach instead: persons of whom something is not folded yet, with all their
-- records.
create or replace view whispers.published_reach_apart as
    select u.person_id from whispers.reached_unfolded u
    union
    select o.person_id
      from whispers.reached_unfolded u
      join whispers.merged_folded m on m.person_id = u.person_id
      join whispers.merged_folded o on o.canonical_id = m.canonical_id;

-- Each person as a set of one.
create or replace view whispers.published_reach_persons as
    select n.person_id, n.number / 8192 as chunk, set_bit(B'0'::bit(8192), n.number % 8192, 1) as person
      from whispers.person_number n;

-- Records merged, or told apart again, since the sets were made.
create or replace view whispers.published_reach_merges as
    (select m.person_id, m.canonical_id from people.merged_records m
     except select f.person_id, f.canonical_id from whispers.merged_folded f)
    union
    (select f.person_id, f.canonical_id from whispers.merged_folded f
     except select m.person_id, m.canonical_id from people.merged_records m);
