import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../controls/button.tsx';
import { Panel } from '../controls/panel.tsx';
import type { ManifestProblemLineFragment } from '../generated/graphql.ts';
import { useUploadPartnerManifestMutation } from '../generated/hooks.ts';
import { FailureNote } from '../states/failure-note.tsx';
import { type Refusal, RefusalNote } from '../states/refusal-note.tsx';
import { ProblemList } from './problem-list.tsx';

/** Where a manifest is handed in. It is checked whole; what it would change is shown before it holds. */
export function UploadPanel({ onUploaded }: { onUploaded: (id: string) => void }) {
  const { t } = useTranslation();
  const [upload, { loading, error }] = useUploadPartnerManifestMutation();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problems, setProblems] = useState<readonly ManifestProblemLineFragment[]>([]);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setRefusal(null);
    setProblems([]);
    const { data } = await upload({ variables: { input: { manifest: await file.text() } } });
    const answer = data?.uploadPartnerManifest;
    if (answer?.__typename === 'Refused') setRefusal(answer);
    if (answer?.__typename === 'PartnerManifestInvalid') setProblems(answer.problems);
    if (answer?.__typename === 'PartnerManifestUploaded') onUploaded(answer.manifest.id);
  };
  return (
    <Panel
      title={t('operations.upload')}
      note={t('operations.uploadNote')}
      actions={
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(list) => void take(list?.[0])}>
          <AriaButton isDisabled={loading} className={buttonClass('primary')}>
            {t(loading ? 'operations.checking' : 'operations.choose')}
          </AriaButton>
        </FileTrigger>
      }
    >
      {error !== undefined && <FailureNote error={error} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {problems.length > 0 && <ProblemList problems={problems} />}
    </Panel>
  );
}
