import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type Language, pickLanguage } from '../language/language.ts';
import { examples } from './examples.ts';

const language = pickLanguage(localStorage.getItem('teei.language'), navigator.languages);
const titles = { en: 'Examples', uk: 'Приклади', no: 'Eksempler' } as const satisfies Record<Language, string>;

/** Beside history and documentation: questions that open in a tab of their own. */
export const examplePlugin: GraphiQLPlugin = {
  title: titles[language],
  icon: () => (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.3 1.1 2.2h5c0-.9.4-1.6 1.1-2.2A6 6 0 0 0 12 3Z" />
    </svg>
  ),
  content: ExampleList,
};

function ExampleList() {
  const { addTab } = useGraphiQLActions();
  const editor = useGraphiQL(({ queryEditor }) => queryEditor);
  return (
    <section aria-label={titles[language]}>
      <h2 className="graphiql-doc-explorer-title">{titles[language]}</h2>
      <ul className="graphiql-examples">
        {examples.map(({ name, words, text }) => (
          <li key={name}>
            <button
              type="button"
              className="graphiql-un-styled"
              onClick={() => {
                addTab();
                editor?.setValue(text);
              }}
            >
              {words[language]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
