import type pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { StorageFailure } from './storage-failure.ts';

/** Hands out what proves to the database who Kiku is. Asked anew for each connection, because what it hands out expires. */
export type Password = () => Promise<string>;

/** Where a database is, and how to sign in where the address holds no password. */
export type ServerAddress =
  | { readonly connectionString: string }
  | {
      readonly user: string;
      readonly host: string;
      readonly port: number;
      readonly database: string;
      readonly ssl: Exclude<pg.ClientConfig['ssl'], undefined>;
      readonly password: Password;
    };

const PORT = 5432;

/** An address for the driver. In a connection string the empty password would win over `password`, so then it is taken apart. */
export function serverAddress(url: string, password: Password | null): ServerAddress {
  if (password === null) return { connectionString: url };
  const { user = '', host = '', port = PORT, database = '', ssl = false } = parseIntoClientConfig(url);
  return { user, host, port, database, ssl, password: () => password().catch(noPassword) };
}

function noPassword(cause: unknown): never {
  throw new StorageFailure('refused', 'The sign-in service gave no token for the database.', { retryable: true, cause });
}
