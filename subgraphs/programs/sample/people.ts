/**
 * Addresses of made-up people in the domains that RFC 2606 keeps for examples, so that no mail can reach anybody.
 * Every index from 0 has its own address.
 */
export function participantEmail(index: number): string {
  return address(index, PARTICIPANT_NAMES, FAMILY_NAMES, index % 3 === 0 ? 'example.net' : 'example.org');
}

/** Volunteers work for the demo company, `example.com`. */
export function volunteerEmail(index: number): string {
  return address(index, VOLUNTEER_NAMES, VOLUNTEER_FAMILY_NAMES, 'example.com');
}

function address(index: number, given: readonly string[], family: readonly string[], domain: string): string {
  const pairs = given.length * family.length;
  const pair = index % pairs;
  const round = Math.floor(index / pairs);
  const first = given[pair % given.length];
  // Shifting the family name by the given name's index keeps neighbours in the list from all being called the same.
  const last = family[(Math.floor(pair / given.length) + 7 * (pair % given.length)) % family.length];
  return `${first}.${last}${round === 0 ? '' : round + 1}@${domain}`;
}

const PARTICIPANT_NAMES = [
  'olena', 'iryna', 'natalia', 'oksana', 'svitlana', 'tetiana', 'kateryna', 'yuliia', 'hanna', 'mariia', 'larysa', 'daryna',
  'andrii', 'oleksandr', 'serhii', 'dmytro', 'vasyl', 'mykola', 'taras', 'bohdan', 'yurii', 'maksym', 'roman', 'pavlo',
  'amina', 'fatima', 'hodan', 'samira', 'rahel', 'selam', 'leyla', 'noor', 'ahmad', 'yusuf', 'omar', 'hassan',
  'dawit', 'abel', 'karim', 'farid', 'reza', 'ana', 'lucia', 'mei', 'linh', 'priya', 'joao', 'mateo',
];

const FAMILY_NAMES = [
  'kovalenko', 'shevchuk', 'bondarenko', 'tkachenko', 'kravets', 'melnyk', 'polishchuk', 'savchenko', 'rudenko', 'marchenko',
  'lysenko', 'moroz', 'petrenko', 'klymenko', 'hnatiuk', 'pavlenko', 'vasylenko', 'bilyk', 'ostapchuk', 'sydorenko',
  'haddad', 'nasser', 'khalil', 'ali', 'warsame', 'tesfaye', 'haile', 'ahmadi', 'rahimi', 'karimi',
  'silva', 'garcia', 'nguyen', 'wang', 'sharma', 'yilmaz', 'demir', 'popa', 'novak', 'kamara',
];

const VOLUNTEER_NAMES = [
  'ingrid', 'kari', 'anne', 'silje', 'marte', 'ida', 'hilde', 'nina', 'lars', 'ola', 'erik', 'jonas', 'magnus', 'henrik', 'sindre',
  'charlie', 'diana', 'oliver', 'grace', 'samir', 'leila', 'tom', 'rachel', 'peter', 'sofia', 'lukas', 'emma', 'noah', 'maja', 'viktor',
];

const VOLUNTEER_FAMILY_NAMES = [
  'hansen', 'johansen', 'olsen', 'larsen', 'andersen', 'pedersen', 'nilsen', 'kristiansen', 'jensen', 'karlsen',
  'berg', 'haugen', 'hagen', 'lund', 'solberg', 'moen', 'strand', 'dahl', 'smith', 'taylor', 'walker', 'khan', 'novak', 'weber',
];
