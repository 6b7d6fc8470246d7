/** What was written into the fields of a connection. */
export function providerValues(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    name: text('name'),
    baseUrl: text('baseUrl'),
    tokenUrl: text('tokenUrl'),
    clientId: text('clientId'),
    secret: text('secret'),
    recordsPath: text('recordsPath'),
    intervalMinutes: Number(form.get('interval')),
  };
}
