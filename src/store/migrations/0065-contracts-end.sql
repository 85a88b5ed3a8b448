-- The last day of a contract, kept with each version of its page: lists say which are over.

alter table page_version add column ends_on date;
comment on column page_version.ends_on is
  'public: the last day of the contract, as the page says it; none of those put forward before it was kept';
