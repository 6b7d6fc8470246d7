import { expect, test } from 'vitest';
import { readAnswer } from './send-file.ts';

test('a taken file answers with its upload id', () => {
  expect(readAnswer(201, '{"uploadId":"u1","fileName":"a.csv","byteSize":3}')).toEqual({
    kind: 'sent',
    uploadId: 'u1',
  });
});

test('a refusal keeps its code, message and remedy', () => {
  const error = { code: 'UPLOAD_TOO_LARGE', message: 'Too large.', remedy: 'Split it.' };
  expect(readAnswer(413, JSON.stringify({ error }))).toEqual({ kind: 'refused', refusal: error });
});

test.each(['', '<html>Bad gateway</html>', 'null', '{"error":"text"}'])(
  'an answer of another kind (%s) is still a refusal with a code',
  (body) => {
    expect(readAnswer(502, body)).toMatchObject({ kind: 'refused', refusal: { code: 'HTTP_502' } });
  },
);
