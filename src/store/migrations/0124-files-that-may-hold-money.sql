-- Whoever sees no amount of money is not shown what stands in a file that somebody sent who sees them.
-- That is kept with the file: whoever is given other duties later changes nothing about what is in it.
alter table import add column may_hold_money boolean not null default true;
comment on column import.may_hold_money is 'private: whether its sender saw amounts of money when it was sent';

-- Of files from before, the duties of today tell; of a sender who has none left, that it may.
update import set may_hold_money = false
where exists (select from duty
    where duty.organisation = import.organisation and duty.account = import.account)
  and (exists (select from duty where duty.organisation = import.organisation
      and duty.account = import.account and duty.duty = 'case_worker')
    or not exists (select from duty where duty.organisation = import.organisation
      and duty.account = import.account and duty.duty in ('commissioner', 'publisher',
        'finance_preparer', 'finance_approver', 'provider_finance', 'auditor')));

