import { defineConfig } from 'prisma/config';

/** For people who use Prisma's own command line against a database of theirs. The platform itself needs no engine. */
export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
