-- Who signs in under which name: for trails and lists, never with a password.
create or replace view people.sign_in_names as
    select a.person_id, a.id as account_id, a.username from people.account a;
