import { verifyAudit } from '../src/verify-audit.ts';

/** `npm run audit:verify`: recomputes every company's audit chain; ends with 1 when one does not hold, 2 when it could not look. */
const databaseUrl = process.env.TEEI_DATABASE_URL ?? process.env.DATABASE_URL;
if (databaseUrl === undefined) {
  console.error('Say which database: DATABASE_URL=postgresql://… npm run audit:verify');
  process.exit(2);
}
try {
  const verdicts = await verifyAudit(databaseUrl);
  for (const { companyId, entries, intact, brokenAt } of verdicts) {
    console.log(`${companyId}  ${entries} entries  ${intact ? 'intact' : `BROKEN at position ${brokenAt}`}`);
  }
  const broken = verdicts.filter(({ intact }) => !intact).length;
  console.log(
    broken === 0 ? `${verdicts.length} audit logs hold.` : `${broken} of ${verdicts.length} audit logs do not hold.`,
  );
  process.exitCode = broken === 0 ? 0 : 1;
} catch (error) {
  console.error(`The audit logs could not be read: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
