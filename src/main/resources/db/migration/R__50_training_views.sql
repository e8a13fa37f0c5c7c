-- What a person is qualified for, and until when (null: without end). Revoked awards are not here.
create or replace view training.standing as
    select a.person_id, a.qualification, a.valid_from, a.valid_to
      from training.award a where a.revoked_at is null;

create or replace view training.qualification_names as
    select q.code, q.name_ar, q.name_en from training.qualification q;
