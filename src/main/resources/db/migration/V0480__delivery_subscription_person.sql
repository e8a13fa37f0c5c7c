-- All of a person's devices are looked for, also those set aside: when their sessions end, and when one more is added.
drop index delivery.subscription_person;
create index subscription_person on delivery.subscription (person_id);
