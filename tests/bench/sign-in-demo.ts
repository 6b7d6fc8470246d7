import type { Stack } from '@teei/stack/create-stack';
import { demoPassword } from '@teei/stack/seed/demo-companies';

/** The cookie of the first demo company's administrator. */
export async function signInDemo({ url }: Stack): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'admin@aurora.example', password: demoPassword }),
  });
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
