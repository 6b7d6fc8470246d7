import pg from 'pg';

/**
 * A process of its own: `insert-loop.ts <databaseUrl> <companyId> <endpointId> <connections> <seconds>`; each connection
 * inserts the row of a delivery and commits it, one after the other, by plain SQL. Prints how many were committed in a second.
 */
const [url = '', companyId = '', endpointId = '', connections = '1', seconds = '5'] = process.argv.slice(2);
const text = `INSERT INTO programs.webhook_delivery (id, company_id, endpoint_id, source, delivery_id, event_id, event_type, event_version,
    occurred_at, headers, body, status) VALUES (gen_random_uuid(), $1, $2, 'kintell', $3, $3, 'kintell.session.completed', 1,
    now(), $4, $5, 'PROCESSED') ON CONFLICT DO NOTHING`;
const headers = JSON.stringify({ 'content-type': 'application/json', 'webhook-id': 'x'.repeat(24) });
const body = 'x'.repeat(450);
let count = 0;
const started = performance.now();
const until = started + Number(seconds) * 1000;
await Promise.all(
  Array.from({ length: Number(connections) }, async (_, connection) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (let number = 0; performance.now() < until; number++) {
      const id = `limit-${process.pid}-${connection}-${number}`;
      await client.query({ name: 'insert', text, values: [companyId, endpointId, id, headers, body] });
      count++;
    }
    await client.end();
  }),
);
process.stdout.write(JSON.stringify({ perSecond: count / ((performance.now() - started) / 1000) }));
