/** Where a page is without whose: `/people/0190…` is `/people/*`. */
export function pagePattern(pathname: string): string {
  const [, area = '', ...below] = pathname.replace(/\/+$/, '').split('/');
  return `/${area}${below.length > 0 ? '/*' : ''}`;
}
