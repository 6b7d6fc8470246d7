import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import english from './catalogues/en.json';
import norwegian from './catalogues/no.json';
import ukrainian from './catalogues/uk.json';
import { type Language, locales } from './language.ts';

const catalogues = { en: flatten(english), uk: flatten(ukrainian), no: flatten(norwegian) } as const;
const sentences = new Set([...catalogues.en.keys()].map(withoutPlural));

describe.each(['uk', 'no'] as const)('%s', (language) => {
  test('says everything that English says, and nothing else', () => {
    expect([...new Set([...catalogues[language].keys()].map(withoutPlural))].sort()).toEqual([...sentences].sort());
  });

  test('fills in the same values', () => {
    for (const [key, text] of catalogues[language]) {
      const original = catalogues.en.get(key) ?? catalogues.en.get(`${withoutPlural(key)}_other`) ?? '';
      const allowed = new Set(placeholders(original));
      // The month may need another form here than in English ("in May", "May").
      if (key.startsWith('change.')) for (const name of ['month', 'inMonth', 'before']) allowed.add(name);
      for (const name of placeholders(text)) expect(allowed, key).toContain(name);
      if (!key.startsWith('change.')) expect(new Set(placeholders(text)), key).toEqual(allowed);
    }
  });
});

test.each(Object.keys(catalogues) as Language[])('%s has every plural form that its grammar has', (language) => {
  const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
  const counted = [...catalogues[language].keys()].filter((key) => key.endsWith('_other')).map(withoutPlural);
  expect(counted.length).toBeGreaterThan(0);
  for (const key of counted)
    for (const form of forms) expect(catalogues[language].has(`${key}_${form}`), `${key}_${form}`).toBe(true);
});

test('every sentence is used, and none is missing', () => {
  const { literal, patterns } = keysInSource();
  const missing = [...literal].filter((key) => !sentences.has(key));
  expect(missing).toEqual([]);
  const unused = [...sentences].filter((key) => !literal.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

/** Keys in `t('...')` and choices between two of them; template keys (`role.${role}`) as patterns. */
function keysInSource() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => !/generated|\.test\./.test(file));
  const source = files.map((file) => readFileSync(`${root}/${file}`, 'utf8')).join('\n');
  const literal = new Set<string>();
  const patterns: RegExp[] = [];
  for (const [, call = ''] of source.matchAll(/\bt\(\s*((?:[^()`]|`[^`]*`|\((?:[^()])*\))*)/g)) {
    for (const [, key = ''] of call.matchAll(/'([\w]+(?:[.:_][\w:]+)*)'/g))
      if (sentences.has(key) || key.includes('.')) literal.add(key);
  }
  // Tables of pages and actions name the key that the navigation and the palette translate.
  for (const [, key = ''] of source.matchAll(/\btitle: '([\w.]+)'/g)) literal.add(key);
  for (const [, template = ''] of source.matchAll(/`([a-zA-Z]+\.(?:\$\{[^}`]*\}|[^`$\s])*)`/g)) {
    if (template.includes('${'))
      patterns.push(new RegExp(`^${template.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`));
  }
  return { literal, patterns };
}

function flatten(tree: object, path = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : [...flatten(value as object, `${path}${name}.`)],
  );
  return new Map(entries);
}

function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
}
