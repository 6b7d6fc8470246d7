import { newId } from '@teei/runtime/id';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ProfileScene, startProfileScene } from '../testing/profile-scene.ts';
import { PersonWrites } from './person-writes.ts';

let scene: ProfileScene;

beforeAll(async () => {
  scene = await startProfileScene();
});

afterAll(() => scene.close());

it('lets two imports that meet the same people in opposite order wait for each other instead of locking up', async () => {
  const viewer = serviceViewer('programs', await scene.platform.addCompany('Acme'));
  const { database } = scene.profile.parts;
  for (let round = 0; round < 5; round++) {
    const people = Array.from({ length: 5_000 }, (_, n) => ({
      email: `p${n}@round${round}.example.org`,
      displayName: null,
      systems: ['kintell'],
    }));
    const meet = (some: typeof people) =>
      inTenant(database, viewer, (tx) => new PersonWrites(tx).findOrCreate('PARTICIPANT', some, newId()));
    const answers = await Promise.all([meet(people), meet([...people].reverse()), meet(people)]);
    const ids = answers.map((answer) => new Map(answer.map(({ email, id }) => [email, id])));
    expect(ids[1]).toEqual(ids[0]);
    expect(ids[2]).toEqual(ids[0]);
    expect(answers.flat().filter(({ created }) => created)).toHaveLength(5_000);
  }
});
