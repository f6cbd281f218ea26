/**
 * Everything that can go wrong between the click in the EHR and the printed paper, each with the tests that show its screen or strip:
 * the number, the situation, and for each test its file under tests/ and its title.
 * Number 30 is left out: this version writes nothing back to the EHR.
 */
export type FailureRow = readonly [number, string, ...(readonly [file: string, title: string][])];

export const FAILURE_ROWS: readonly FailureRow[] = [
  [
    1,
    'opened without a launch',
    ['launch/journey.test.ts', 'asks for the chart when launch.html has only %o'],
  ],
  [
    2,
    'an issuer that nobody registered',
    ['launch/journey.test.ts', 'is refused before any request to it: %s'],
  ],
  [
    3,
    'scripts are blocked',
    ['launch/problem-view.test.ts', 'says without any script that nothing was checked'],
  ],
  [
    4,
    'storage is blocked',
    ['launch/window.test.ts', 'stop before any request in a window that %s'],
    ['launch/window.test.ts', 'advise a window of its own in a frame, and other settings outside one'],
  ],
  [5, 'no https', ['launch/window.test.ts', 'stop before any request in a window that %s']],
  [
    6,
    'no discovery, no SMART, no R4',
    ['launch/discovery.test.ts', 'that nobody serves ends in "did not answer"'],
    ['launch/discovery.test.ts', 'without a token endpoint is no SMART sign-in'],
    ['launch/standalone.test.ts', '(%s) is refused after the sign-in, and the session is over'],
  ],
  [7, 'PKCE is not offered', ['launch/discovery.test.ts', '%s is refused before the sign-in']],
  [
    8,
    'the user or the hospital refuses',
    ['launch/token.test.ts', '%s is told in plain words, with the EHR’s own for support'],
  ],
  [
    9,
    'the scopes are refused',
    ['launch/discovery.test.ts', 'are asked for once more as a smaller list when the EHR refuses them'],
    ['launch/discovery.test.ts', 'are not asked for a third time'],
  ],
  [
    10,
    'the state is missing or another one',
    [
      'launch/journey.test.ts',
      'refuses an answer whose state is not of this tab, and shows none of its words',
    ],
    ['launch/journey.test.ts', 'refuses a code whose state was changed'],
  ],
  [
    11,
    'the code was used before',
    ['launch/token.test.ts', 'that answers %s ends the launch'],
    ['launch/journey.test.ts', 'calls a launch over whose code was used in another copy of the tab'],
  ],
  [12, 'a token without a patient', ['launch/token.test.ts', 'whose patient is %s gives no session']],
  [
    13,
    'another patient than the launch named',
    ['launch/lost-answers.test.tsx', 'of another patient wipes the page, and is never shown'],
    ['chart/read-chart.test.ts', 'another patient than the launch named: everything is stopped'],
  ],
  [14, 'the user is a patient', ['launch/token.test.ts', '%s is refused, and the tokens are revoked']],
  [
    15,
    'a section that is not permitted',
    ['launch/screens.test.tsx', '(%s) is “%s” in the strip, with its cause'],
  ],
  [
    16,
    'Break-the-Glass',
    ['launch/screens.test.tsx', '(%s) is “%s” in the strip, with its cause'],
    ['launch/screens.test.tsx', '(%s) ends in one page: %s'],
  ],
  [
    17,
    'a later page is missing',
    ['launch/lost-answers.test.tsx', 'whose second page fails is read in part'],
  ],
  [
    18,
    'may not contain the entire record',
    ['launch/screens.test.tsx', '(%s) is “%s” in the strip, with its cause'],
  ],
  [
    19,
    'an empty list',
    ['launch/lost-answers.test.tsx', 'that is empty is “none found in what could be read”'],
  ],
  [
    20,
    'a medicine that cannot be resolved',
    ['launch/lost-answers.test.tsx', 'whose record is out of reach is named as a gap'],
  ],
  [
    21,
    'text without a code, or masked',
    ['workspace/review-column.test.tsx', 'matched by name'],
    ['chart/medication.test.ts', 'a masked medicine'],
  ],
  [
    22,
    'the EHR is busy or down',
    ['launch/session-frame.test.tsx', 'is told with a countdown while the reading waits, and no longer'],
    [
      'launch/screens.test.tsx',
      'has its own way to try again, which reads it alone and keeps the time of the rest',
    ],
  ],
  [
    23,
    'the EHR is out of reach',
    ['launch/lost-answers.test.tsx', 'out of reach asks to look at the network and to open the app again'],
  ],
  [24, 'no answer in time', ['launch/lost-answers.test.tsx', 'that is never answered ends with its time']],
  [25, 'a sign-in page in place of data', ['launch/screens.test.tsx', '(%s) ends in one page: %s']],
  [
    26,
    'the session ends while the review is open',
    ['workspace/session-ended.test.tsx', 'prints nothing in a frame of %d px, by button, Ctrl+P or note'],
    ['workspace/session-ended.test.tsx', 'is told over the sections that are missing'],
  ],
  [
    27,
    'nobody uses the page',
    ['launch/session-frame.test.tsx', 'warns after 13 minutes and takes the chart off the screen after 15'],
  ],
  [
    28,
    'a link or reference to another host',
    ['launch/screens.test.tsx', '(%s) is “%s” in the strip, with its cause'],
    ['launch/personalities.test.ts', 'is not followed, with the token or without'],
  ],
  [
    29,
    'printing is ignored',
    ['workspace/workspace.test.tsx', 'offers the next way out when the frame ignores print'],
  ],
  [
    31,
    'two launches side by side',
    [
      'launch/journey.test.ts',
      'stay apart: after a launch for another patient the first chart reloads with its own',
    ],
  ],
  [
    32,
    'the chart may have changed since',
    ['workspace/workspace.test.tsx', 'is repeated before printing when it is fifteen minutes old'],
  ],
];
