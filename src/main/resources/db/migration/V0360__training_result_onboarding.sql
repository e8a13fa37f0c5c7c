-- Which workshops of the onboarding path were attended is asked by offering and person among new members' results only:
-- without this every attended session of every course is looked up among all its people's results.
create index result_onboarding on training.result (offering_id, person_id) where level = 'onboarding';
