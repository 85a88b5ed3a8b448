-- Why a discount that a provider proposed was refused, so that it knows what to propose next.

alter table discount_proposal
  add column reason text check (reason is null or state = 'refused');
comment on column discount_proposal.reason is 'private: why it was refused, as a code';
