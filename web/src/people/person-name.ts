interface Named {
  readonly displayName?: string | null;
  readonly email?: string | null;
  readonly id: string;
}

/** What a person is called on the page: the name, else the address, else the end of the id. */
export function personName({ displayName, email, id }: Named): string {
  return displayName ?? email ?? `…${id.slice(-6)}`;
}
