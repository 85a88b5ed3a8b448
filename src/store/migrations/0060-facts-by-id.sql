-- A fact is found by its id, by what its sender calls it, and by whom it is about: one index each.
-- What stands for a sender's own id has sixteen bytes and is kept as such a value: it takes less
-- room than bytes of any length, and is compared in one step.

alter table fact drop constraint fact_pkey;
drop index fact_by_id;
drop index fact_by_mark;
alter table fact alter column mark type uuid using encode(mark, 'hex')::uuid;
alter table fact add primary key (programme, id);
create index fact_by_participant on fact (programme, participant);
create unique index fact_by_mark on fact (programme, mark);
comment on column fact.id is 'private: the day of its stamp, its place among those that came with it counted from a number drawn for them, and chance; it tells nothing that known and number do not';
comment on column fact.mark is 'private: stands for the sender and the sender''s own id, by which the same fact sent again is known';
