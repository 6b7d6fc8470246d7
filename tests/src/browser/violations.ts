import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const wide = { width: 1280, height: 860 };
const narrow = { width: 390, height: 860 };

/** What axe finds: the look, the rule and the first element that breaks it; and whether the page scrolls sideways (WCAG 1.4.10). */
export async function violationsInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    // From the top: what has scrolled under the header halfway would be called too small to hit.
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const look = `${colorScheme} at ${size.width} px`;
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      for (const { id, nodes } of violations) {
        found.push(`${look}, ${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
      }
      // Tables scroll within themselves.
      const [scrollWidth, clientWidth] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [scrollWidth, clientWidth] as const;
      });
      if (scrollWidth > clientWidth) found.push(`${look}: ${scrollWidth} px of page`);
    }
  }
  return found;
}
