-- A page that is being written is compared in money by and by too, before it is put forward: by its
-- text as it prints, against the version that was in force. Put forward so, it is compared already.

alter table page_comparison alter column number drop not null;
alter table page_comparison add column text text;
alter table page_comparison add column in_force integer;
alter table page_comparison add check ((number is null) = (text is not null));
alter table page_comparison add check ((text is null) = (in_force is null));
comment on table page_comparison is 'What a page changes in money, worked out by and by where there are many facts.';
comment on column page_comparison.number is 'private: of the page that was put forward; none of one that is being written';
comment on column page_comparison.text is 'private: of a page that is being written: what it says, as it prints';
comment on column page_comparison.in_force is 'private: of a page that is being written: the version in force then';

create unique index page_comparison_draft_waiting
  on page_comparison (programme, in_force, md5(text)) where state = 'waiting' and number is null;
create index page_comparison_of_draft
  on page_comparison (programme, in_force, asked_at) where number is null;

-- Whoever reads drafts reads what is asked of one.
create policy by_duty on page_comparison as restrictive for select
  using (number is not null or (select has_duty('commissioner', 'publisher', 'auditor')));
