-- Who signs in under which name: for trails and lists, never with a password.
create or replace view people.sign_in_names as
    select a.person_id, a.id as account_id, a.username from people.account a;

-- Who holds which role now, for one unit or (null) for all: for telling, never for letting in.
create or replace view people.role_holders as
    select g.person_id, g.role, g.unit_code from people.role_grant g where g.revoked_at is null;
