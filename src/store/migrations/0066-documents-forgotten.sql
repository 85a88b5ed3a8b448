-- Documents of applications that came to nothing are kept for a while, and then forgotten.

create policy kept_long_enough on handed_in for delete using (
  (select reach()) = 'upkeep' and exists (
    select from application ended
    where ended.programme = handed_in.programme and ended.organisation = handed_in.organisation
      and ended.state in ('refused', 'withdrawn') and ended.decided_at >= handed_in.at));
