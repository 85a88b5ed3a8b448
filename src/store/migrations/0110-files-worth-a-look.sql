-- A file of facts that was loaded may hold what is worth a look, as references of whom nobody here was
-- ever told. It is kept in the open, since it says nothing of what stands in a cell.
alter table import add column warnings jsonb;
comment on column import.warnings is 'private: what is worth a look in it though all of it came in, as JSON';
