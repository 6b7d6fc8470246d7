/** What a process needs of ours to find programs. Nothing else is handed on: test runners set variables that mean other things there. */
export const processEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: process.env.HOME ?? '/' };

/** Where this run keeps what test files copy instead of making it each; not set outside of `vitest`. */
export const templates = process.env.TEEI_TEMPLATES;
