import { useTranslation } from 'react-i18next';
import { CopyButton } from '../controls/copy-button.tsx';
import type { AuditChoicesQuery } from '../generated/graphql.ts';

/** Whether the newest lines still say what they said; the last hash can be kept elsewhere, against a chain that is written anew. */
export function ChainNote({ chain }: { chain: AuditChoicesQuery['auditChain'] }) {
  const { t } = useTranslation();
  if (chain === null || chain.head === null) return null;
  const { head, recomputed, brokenAt } = chain;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p
        className={`rounded-full px-2.5 py-0.5 text-12 font-medium ${brokenAt === null ? 'bg-good-tint text-good' : 'bg-bad-tint text-bad'}`}
      >
        {brokenAt === null
          ? t('audit.chain.holds', { count: recomputed })
          : t('audit.chain.broken', { position: brokenAt })}
      </p>
      <CopyButton text={head} label={t('audit.chain.copy')} />
    </div>
  );
}
