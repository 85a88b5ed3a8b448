import type { Client } from 'pg';

/** Work that waits in the queue, apart from how the queue keeps it. */
export type KeptJob = Readonly<{ task: string; payload: unknown; key: string | null; at: string }>;

/** What waits in the queue, given up or not: after a restoration everything is tried again. */
export async function listJobs(owner: Client): Promise<readonly KeptJob[]> {
  const { rows } = await owner.query<KeptJob>(`
    select task.identifier as task, job.payload, job.key,
      to_char(job.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    order by job.id`);
  return rows;
}

/** Puts it into the queue again. */
export async function putBackJob(owner: Client, job: KeptJob): Promise<void> {
  await owner.query(
    `select graphile_worker.add_job($1, $2::json, run_at := $3, job_key := $4, max_attempts := 5)`,
    [job.task, JSON.stringify(job.payload), job.at, job.key],
  );
}
