import { useEffect, useState } from 'react';
import { useFindPeopleQuery } from '../generated/hooks.ts';
import { personName } from '../people/person-name.ts';
import type { Command } from './command.ts';

/** Participants whose name or address begins with what is typed, asked for when the typing pauses. */
export function useFoundPeople({ search, mayRead, goTo }: FoundPeople): { people: Command[]; asking: boolean } {
  const [asked, setAsked] = useState('');
  const wanted = search.trim();
  useEffect(() => {
    const due = setTimeout(() => setAsked(wanted), pauseMs);
    return () => clearTimeout(due);
  }, [wanted]);
  const skip = !mayRead || asked.length < 2;
  // Who was looked for stays in no cache: it is a list of persons that nobody keeps true.
  const { data, loading } = useFindPeopleQuery({ variables: { search: asked }, skip, fetchPolicy: 'no-cache' });
  const nodes = skip || wanted.length < 2 ? [] : (data?.participants?.nodes ?? []);
  const people = nodes.map((person) => ({
    id: `person:${person.id}`,
    label: personName(person),
    note: person.displayName === null ? undefined : (person.email ?? undefined),
    icon: 'people' as const,
    run: () => goTo(`/people/${person.id}`),
  }));
  return { people, asking: mayRead && wanted.length >= 2 && (loading || asked !== wanted) };
}

/** Milliseconds without a key before the graph is asked. */
const pauseMs = 150;

interface FoundPeople {
  readonly search: string;
  readonly mayRead: boolean;
  readonly goTo: (path: string) => void;
}
