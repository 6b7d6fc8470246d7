import { type Refused, refused } from '@teei/runtime/refusal';
import { type LogoProblem, largestLogo } from './logo-file.ts';

export function colourInvalid(): Refused {
  return refused(
    'THEME_COLOUR_INVALID',
    'A colour is no colour.',
    'Give each as # and six hexadecimal digits, such as #0b5c82.',
  );
}

export function logoRefused(problem: LogoProblem): Refused {
  const [message, remedy] = words[problem];
  return refused(`THEME_LOGO_${problem}`, message, remedy);
}

/** Somebody saved another theme since this one was begun. */
export function themeChanged(): Refused {
  return refused(
    'THEME_CHANGED',
    'Somebody else has changed the theme meanwhile.',
    'Look at it as it is now, and change it again.',
  );
}

const words = {
  NOT_AN_IMAGE: ['The logo is not a PNG or WebP image.', 'Export it as PNG and choose that file.'],
  TOO_LARGE: [`The logo is larger than ${largestLogo / 1024} KB.`, 'Make it smaller; 240 by 56 pixels are enough.'],
  WRONG_SIZE: ['The logo is smaller than 16 or larger than 1024 pixels.', 'Make it 240 by 56 pixels, or twice that.'],
} as const satisfies Record<LogoProblem, readonly [string, string]>;
