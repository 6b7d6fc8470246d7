import { describe, expect, it } from 'vitest';
import { COLUMN_SYNONYMS } from './column-synonyms.ts';
import { foldName } from './fold-name.ts';
import { matchColumns } from './match-columns.ts';

describe('matchColumns', () => {
  it('finds the columns of a Kintell export', () => {
    const columns = [
      'session_id',
      'session_type',
      'participant_email',
      'volunteer_email',
      'date',
      'duration_min',
      'rating',
      'feedback_text',
      'language_level',
    ];
    expect(matchColumns(columns)).toEqual({
      mapping: {
        sessionId: 'session_id',
        sessionType: 'session_type',
        participantEmail: 'participant_email',
        volunteerEmail: 'volunteer_email',
        date: 'date',
        durationMinutes: 'duration_min',
        rating: 'rating',
        feedbackText: 'feedback_text',
        languageLevel: 'language_level',
      },
      unmatched: [],
      missing: [],
      unknown: [],
    });
  });

  it('finds Norwegian columns whatever the case, signs and diacritics', () => {
    const columns = [
      'ØKT-ID',
      'Type økt',
      'Deltaker E-post',
      'frivillig_epost',
      'Dato',
      'Varighet (min)',
      'Vurdering',
      'Tilbakemelding',
      'Sprak niva',
    ];
    expect(matchColumns(columns)).toMatchObject({
      mapping: {
        sessionId: 'ØKT-ID',
        participantEmail: 'Deltaker E-post',
        volunteerEmail: 'frivillig_epost',
        durationMinutes: 'Varighet (min)',
        languageLevel: 'Sprak niva',
      },
      unmatched: [],
      missing: [],
    });
  });

  it('finds Ukrainian columns', () => {
    const columns = [
      'Номер сесії',
      'Тип сесії',
      'Ел. пошта учасника',
      'Ел. пошта волонтера',
      'Дата',
      'Тривалість, хв',
      'Оцінка',
      'Відгук',
      'Рівень мови',
    ];
    expect(matchColumns(columns)).toMatchObject({ unmatched: [], missing: [] });
  });

  it('prefers the more telling name, wherever it stands', () => {
    const matched = matchColumns(['email', 'participant_email']);
    expect(matched.mapping.participantEmail).toBe('participant_email');
    expect(matched.unmatched).toEqual(['email']);
  });

  it('names what is missing and what it passes over', () => {
    expect(matchColumns(['session_id', 'type', 'date', 'shoe size'])).toMatchObject({
      unmatched: ['shoe size'],
      missing: ['participantEmail', 'durationMinutes'],
    });
  });

  it('lets a given mapping stand, and takes nothing for a field given as null', () => {
    const matched = matchColumns(['session_id', 'email', 'comment', 'notes'], {
      participantEmail: 'email',
      feedbackText: 'notes',
      sessionId: null,
    });
    expect(matched.mapping).toEqual({ participantEmail: 'email', feedbackText: 'notes' });
    expect(matched.unmatched).toEqual(['session_id', 'comment']);
    expect(matched.missing).toContain('sessionId');
  });

  it('does not give a given column to a second field', () => {
    const matched = matchColumns(['date', 'start'], { sessionId: 'date' });
    expect(matched.mapping).toEqual({ sessionId: 'date', date: 'start' });
  });

  it('names a given column that the file does not have', () => {
    expect(matchColumns(['id'], { date: 'when' })).toMatchObject({ unknown: ['when'], mapping: { sessionId: 'id' } });
  });

  it('passes over the columns of an error file', () => {
    expect(matchColumns(['id', '_error_codes', '_remedy']).unmatched).toEqual([]);
  });

  it('has no synonym that two fields share', () => {
    const names = Object.values(COLUMN_SYNONYMS).flatMap((synonyms) => [...new Set(synonyms.map(foldName))]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
