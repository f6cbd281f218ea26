/** Writes docs/rules.html: every rule in plain words, for review and sign-off without a program. */
import { writeFileSync } from 'node:fs';
import { rulesPage } from './rules-page';

writeFileSync(new URL('../docs/rules.html', import.meta.url), rulesPage());
