-- Work that takes longer than a request. The queue keeps its own tables, of which the role that the
-- service works under may see nothing; through this it adds to the queue, within its transaction.
create function add_job(task text, payload jsonb, key text) returns void
  security definer set search_path = outturn, pg_temp language plpgsql as $$
begin
  perform graphile_worker.add_job(task, payload::json, job_key := key, max_attempts := 5);
end $$;
