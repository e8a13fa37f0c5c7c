-- A person has at most one living reset link, found by its account.
create index reset_link_account on people.reset_link (account_id);
create index role_grant_role on people.role_grant (role) where revoked_at is null;
