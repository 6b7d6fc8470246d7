import { useTranslation } from 'react-i18next';
import { Panel } from '../controls/panel.tsx';

/** The tokens as they are on the page now, under the names that they have in theme/tokens.css. */
export function ColourSection() {
  const { t } = useTranslation();
  return (
    <Panel title={t('design.colour')} note={t('design.colourNote')}>
      {families.map((tokens) => (
        <ul key={tokens[0]} className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
          {tokens.map((token) => (
            <li key={token} className="grid gap-1">
              <span
                aria-hidden="true"
                className="h-10 rounded-base border border-line"
                style={{ background: `var(--${token})` }}
              />
              <code className="font-mono text-12 break-words text-muted">{token}</code>
            </li>
          ))}
        </ul>
      ))}
    </Panel>
  );
}

const steps = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

const families = [
  [...steps('grey', 10), 'surface'],
  [...steps('accent', 5), 'on-accent'],
  ['good', 'good-tint', 'attention', 'attention-tint', 'bad', 'bad-tint', 'information', 'information-tint'],
  steps('chart', 8),
];
