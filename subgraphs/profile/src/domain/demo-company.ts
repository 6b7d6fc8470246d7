import { type Refused, refused } from '@teei/runtime/refusal';
import type { Role } from '@teei/runtime/viewer';

/** What a demo is called. */
const names = { en: 'Demo company', uk: 'Демонстраційна компанія', no: 'Demoselskap' } as const;
export type DemoLanguage = keyof typeof names;

export function isDemoLanguage(language: string): language is DemoLanguage {
  return Object.hasOwn(names, language);
}

export function demoCompany(id: string, language: DemoLanguage): { name: string; slug: string; locale: DemoLanguage } {
  return { name: names[language], slug: `demo-${id}`, locale: language };
}

/** The role that one has is the one to try out; who works for the platform looks as an administrator does. */
export function roleInDemo(role: Role): Role {
  return role === 'PLATFORM_ADMIN' ? 'COMPANY_ADMIN' : role;
}

export function demoLanguageRefused(): Refused {
  return refused('DEMO_LANGUAGE_REFUSED', 'No demo is made in this language.', 'Choose en, uk or no.');
}
