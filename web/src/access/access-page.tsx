import { ApiKeysPage } from '../api-keys/api-keys-page.tsx';
import { MembersPage } from '../members/members-page.tsx';
import { WebhooksPage } from '../webhooks/webhooks-page.tsx';

/** Who gets in, people and systems, in one chunk: an administrator who opens one of these pages often goes on to the next. */
export function AccessPage({ of }: { of: keyof typeof pages }) {
  const Page = pages[of];
  return <Page />;
}

const pages = { members: MembersPage, apiKeys: ApiKeysPage, webhooks: WebhooksPage } as const;
