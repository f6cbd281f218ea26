import fc from 'fast-check';

/**
 * Property tests draw the same values on every run, so that a red build is the change's own doing; a hunt for new
 * counterexamples draws others: `FC_SEED=$RANDOM npx vitest run tests/review`.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_261_122) });
