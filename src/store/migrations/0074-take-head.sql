-- Whoever adds to a chain waits until others who add to it have ended, and then reads its head: in
-- one question, and yet one after the other, so that what they added is seen.

create function take_head(asked uuid) returns table (number bigint, at timestamptz, hash bytea)
  volatile security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(asked::text, 5));
  return query select record.number, record.at, record.hash from outturn.record
    where record.chain = asked order by record.number desc limit 1;
end $$;
