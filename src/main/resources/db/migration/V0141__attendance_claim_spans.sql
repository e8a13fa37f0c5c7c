-- A claim keeps the span it credits (overlaps and long days are judged on it) and the versions of the policies used.
-- A duty remembers that its claims were made after its end, so that the sweep looks at it once.
alter table attendance.claim
    add column credited_from timestamptz,
    add column credited_to timestamptz,
    add column rounded_by_policy int,
    add constraint claim_span check (credited_from <= credited_to);
create index claim_decided on attendance.claim (decided_at desc, id) where state <> 'open';

alter table attendance.duty add column claims_made_at timestamptz;
create index duty_unclaimed on attendance.duty (ends_at) where claims_made_at is null and cancelled_at is null;
create index duty_ends on attendance.duty (ends_at, starts_at);
create index ledger_claim on attendance.ledger_entry (claim_id);
