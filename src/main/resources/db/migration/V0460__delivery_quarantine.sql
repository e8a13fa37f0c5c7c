-- A subscription that a service refused is set aside for a while, not for ever: the fault may be the service's or ours.
alter table delivery.subscription add column refused_until timestamptz;
update delivery.subscription set refused_until = now() where state = 'quarantined';
create index subscription_quarantined on delivery.subscription (refused_until) where state = 'quarantined';
