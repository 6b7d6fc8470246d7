import type { SampleRow } from './dirty-rows.ts';
import type { KintellAccount } from './kintell-account.ts';
import type { SampleSession } from './sample-session.ts';

/** Counts rows as they are written. `account` grows with each; it is complete when the last row is. */
export class AccountKeeper {
  readonly account: { -readonly [Name in keyof KintellAccount]: KintellAccount[Name] } = {
    rows: 0,
    distinctSessions: 0,
    duplicates: 0,
    corrections: 0,
    missingParticipantEmail: 0,
    missingVolunteerEmail: 0,
    participants: 0,
    volunteers: 0,
    totalHours: 0,
  };
  readonly #participants = new Marks();
  readonly #volunteers = new Marks();
  /** Whole and half minutes add up exactly; hours would not. */
  #minutes = 0;

  /** @param corrects the session that a correction takes the place of */
  add(row: SampleRow, corrects?: SampleSession): void {
    this.account.rows++;
    switch (row.role) {
      case 'duplicate':
        this.account.duplicates++;
        return;
      case 'withoutParticipant':
        this.account.missingParticipantEmail++;
        return;
      case 'correction':
        this.account.corrections++;
        this.#addMinutes(row.session.minutes - (corrects?.minutes ?? 0));
        return;
      case 'session':
      case 'withoutVolunteer':
        this.#addSession(row);
    }
  }

  #addSession({ role, session }: SampleRow): void {
    this.account.distinctSessions++;
    this.#addMinutes(session.minutes);
    if (this.#participants.mark(session.participant)) this.account.participants++;
    if (role === 'withoutVolunteer') this.account.missingVolunteerEmail++;
    else if (this.#volunteers.mark(session.volunteer)) this.account.volunteers++;
  }

  #addMinutes(minutes: number): void {
    this.#minutes += minutes;
    this.account.totalHours = Math.round((this.#minutes / 60) * 10_000) / 10_000;
  }
}

/** A set of small whole numbers, one byte each. */
class Marks {
  #seen = new Uint8Array(1024);

  /** True when the number had not been marked before. */
  mark(number: number): boolean {
    while (number >= this.#seen.length) {
      const larger = new Uint8Array(this.#seen.length * 2);
      larger.set(this.#seen);
      this.#seen = larger;
    }
    const isNew = this.#seen[number] === 0;
    this.#seen[number] = 1;
    return isNew;
  }
}
