import { chosenCompany } from '../company/chosen-company.ts';

/**
 * The company's look as a style sheet of its own. It is kept in the browser, so that a reload begins with it, and is made by
 * script through the CSS object model, which no content security policy has to be opened for.
 */
const sheet = new CSSStyleSheet();
const prefix = 'teei.brand:';
const keyOfCompany = () => prefix + (chosenCompany() ?? '');

/** Before the first drawing. */
export function wearKeptBrand(): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets = [sheet];
  sheet.replaceSync(localStorage.getItem(keyOfCompany()) ?? '');
}

export function wearBrand(css: string): void {
  if (css === '') localStorage.removeItem(keyOfCompany());
  else localStorage.setItem(keyOfCompany(), css);
  wearKeptBrand();
}

/** A company's look is for its members: nobody finds it in the browser after them. */
export function forgetBrands(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  wearKeptBrand();
}
