/** Whom a job is for: the address that asked. */
export type Client = string;

/** How many jobs each client has waiting or running. */
export interface JobCounts {
  of(client: Client): number;
  began(client: Client): void;
  ended(client: Client): void;
}

export function countJobs(): JobCounts {
  const counts = new Map<Client, number>();
  const of = (client: Client) => counts.get(client) ?? 0;
  return {
    of,
    began: (client) => void counts.set(client, of(client) + 1),
    ended: (client) => {
      if (of(client) > 1) counts.set(client, of(client) - 1);
      // Clients come and go: only those with jobs are remembered.
      else counts.delete(client);
    },
  };
}
