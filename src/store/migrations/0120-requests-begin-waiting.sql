-- Whoever asks for work that is done by and by asks, and says nothing of what came of it: a settlement
-- that was worked out again, an archive or a comparison could be entered as done.
do $$
declare asked text;
begin
  foreach asked in array array['settlement_request', 'settlement_bundle', 'recomputation',
    'page_comparison'] loop
    execute format('create policy begins_waiting on %I as restrictive for insert
      with check (state = ''waiting'' and step = ''waiting'' and attempts = 0)', asked);
  end loop;
end $$;

-- How many archives are kept or being made of a programme at a time has a bound: each holds all of its
-- facts. Those that are gone count no more.
create index settlement_bundle_there on settlement_bundle (programme)
  where state in ('waiting', 'done');
