import type { Client } from "./clients.js";

/** Whose job comes next. Jobs of one client keep their order; clients come in turn, whatever each has waiting. */
export interface Turns<Job> {
  readonly waiting: number;
  readonly running: number;
  /** Jobs that the client has waiting or running. */
  of(client: Client): number;
  wait(client: Client, job: Job): void;
  /** Takes the job whose turn it is, which runs from now on; undefined when none may start. */
  start(): Started<Job> | undefined;
  /** A job of the client's has ended. */
  ended(client: Client): void;
  /** Forgets those that wait. */
  clear(): void;
}

export interface Started<Job> {
  readonly client: Client;
  readonly job: Job;
}

interface Waiting<Job> extends Started<Job> {
  readonly round: number;
}

interface Account {
  waiting: number;
  running: number;
  /** The round that the client's last job is in. */
  round: number;
}

/**
 * Each job of a client is in the round after its one before it, and the first of a client that had none is in the round
 * that runs: so that one who sends much waits for oneself, and nobody is passed over for ever.
 *
 * @param mostRunning jobs of one client that run at once
 */
export function createTurns<Job>(mostRunning: number): Turns<Job> {
  const accounts = new Map<Client, Account>();
  let waiting: Waiting<Job>[] = [];
  let round = 0;
  let running = 0;

  const accountOf = (client: Client): Account => {
    const known = accounts.get(client) ?? { waiting: 0, running: 0, round: round - 1 };
    accounts.set(client, known);
    return known;
  };

  /** Clients come and go: only those with jobs are remembered. */
  const forgetIdle = (client: Client, account: Account) => {
    if (account.waiting + account.running === 0) accounts.delete(client);
  };

  return {
    get waiting() {
      return waiting.length;
    },
    get running() {
      return running;
    },
    of: (client) => {
      const account = accounts.get(client);
      return account === undefined ? 0 : account.waiting + account.running;
    },
    wait: (client, job) => {
      const account = accountOf(client);
      account.round = Math.max(account.round + 1, round);
      account.waiting += 1;
      waiting.push({ client, job, round: account.round });
    },
    start: () => {
      const mayStart = waiting.filter(({ client }) => accountOf(client).running < mostRunning);
      const [first] = mayStart;
      if (first === undefined) return undefined;
      const next = mayStart.reduce((best, each) => (each.round < best.round ? each : best), first);
      waiting = waiting.filter((each) => each !== next);
      round = Math.max(round, next.round);
      running += 1;
      const account = accountOf(next.client);
      account.waiting -= 1;
      account.running += 1;
      return next;
    },
    ended: (client) => {
      const account = accountOf(client);
      running -= 1;
      account.running -= 1;
      forgetIdle(client, account);
    },
    clear: () => {
      for (const { client } of waiting) {
        const account = accountOf(client);
        account.waiting -= 1;
        forgetIdle(client, account);
      }
      waiting = [];
    },
  };
}
