/**
 * What the paper promises, each with the tests that hold it: the claim, and for each test its file under tests/ and its title.
 * A number with a letter is a fix of the design; "check" is one sentence of an acceptance check.
 */
export type Claim = readonly [
  id: string,
  claim: string,
  ...tests: (readonly [file: string, title: string])[],
];

export const CLAIMS: readonly Claim[] = [
  [
    'content: topics',
    'every topic stands there, in English and Spanish, with a note for each relaxant',
    ['handout/topics.test.ts', 'says %s, in both languages'],
    ['handout/topics.test.ts', 'has its own note: %s'],
  ],
  [
    'content: mixing and driving',
    'warnings name what the chart holds; the driving text follows the tier',
    [
      'handout/rule-lines.test.ts',
      'names each partner once, and says that there is another when one must stay unnamed',
    ],
    ['handout/driving-box.test.ts', 'takes the strictest tier of all relaxants, whatever their order'],
  ],
  [
    'person: kinds of line',
    'decide, never, watch, teach and sensitive lines each print as their kind says',
    ['handout/rule-lines.test.ts', 'that the clinician decides never prints as written'],
    ['handout/rule-lines.test.ts', 'to watch for prints when serious, and is only offered when a caution'],
    ['handout/rule-lines.test.ts', 'that is sensitive is off, and stands on page 2 when chosen'],
  ],
  [
    'person: times',
    'a grid only from an order that reads safely or from the clinician; as-needed rows; last day; planned relaxants',
    ['handout/medicine-table.test.ts', 'that cannot be read are quoted, never guessed'],
    ['handout/medicine-table.test.ts', 'that the clinician filled in win, in the unit of the order'],
    ['handout/medicine-table.test.ts', 'say only if needed, how much, and how much at most'],
    ['handout/acceptance.test.ts', 'of a medicine that come only when needed cannot be missed'],
    [
      'handout/medicine-table.test.ts',
      'comes from the end or the days of the order, never from the amount dispensed',
    ],
    ['handout/planned.test.ts', '%s stands in the table with its tag'],
    ['handout/planned.test.ts', 'brings its word on driving and what not to mix with it'],
  ],
  [
    'person: pain medicine',
    'respects kidney, ulcer, blood thinner, pregnancy, heart failure, allergy, liver, and acetaminophen elsewhere',
    ['handout/self-care.test.ts', 'are advised against with a reason that paper may print'],
    [
      'handout/self-care.test.ts',
      'are advised against with an ulcer, now or in the past, by the stomach alone',
    ],
    ['handout/self-care.test.ts', 'is asked for with %s, and the reason is not printed'],
    ['handout/self-care.test.ts', 'is not doubled: a product that holds it is named'],
    ['handout/self-care.test.ts', 'is not doubled, however the chart tells that a product holds it'],
    ['handout/self-care.test.ts', 'are not called taken when one is ordered beside %s'],
  ],
  [
    'person: choices',
    'lines are edited, switched, moved; history and sensitive lines are off until chosen; approval is for the lines shown',
    ['handout/own-words.test.ts', 'prints as typed in every language, and goes back to the standard words'],
    ['handout/own-words.test.ts', 'never loses or doubles a line, and never leaves its section'],
    ['handout/own-words.test.ts', 'is off until chosen'],
    ['workspace/handout-rail.test.tsx', 'is switched off and on, and says where it comes from'],
    ['workspace/handout-rail.test.tsx', 'is for exactly the lines shown: a later change takes it back'],
    [
      'handout/driving-box.test.ts',
      'gives the line for drivers by trade when the patient said so, else offers it',
    ],
  ],
  [
    'forms',
    'standard, large, bilingual, Letter and A4, with no, one, four and eight relaxants, each whole on its sheets',
    ['handout/pdf.test.ts', 'is whole in every form, with no, one, four and eight relaxants'],
    ['handout/pdf.test.ts', 'takes the sheets of its preview in every form'],
    ['handout/pdf.test.ts', 'has no sheet that is less than a third full, and breaks no number to call'],
    ['handout/forms.test.tsx', '%j leaves nothing off to fit'],
    ['handout/forms-whole.test.ts', '%j says in each language what the paper in that language alone says'],
    ['handout/forms-whole.test.ts', 'never loses a part that one language alone has'],
    ['handout/qr.test.ts', 'of $language leads to the page that stands beside it in words'],
  ],
  [
    'forms: marks',
    'identity, page x of y, version and review state on every sheet; gaps are said to the patient',
    ['handout/pdf.test.ts', 'carries identity, page number and review state on every sheet'],
    [
      'handout/ways-out.test.tsx',
      'has identity, date, clinic and page count, and “Not reviewed” until approved',
    ],
    ['handout/unread-sections.test.ts', 'says of every unread section that it was not read'],
  ],
  [
    'ways out',
    'print, print.html, download and copy work or are told not to; the PDF is tagged and has headings',
    ['handout/ways-out.test.tsx', 'that the frame ignores, or refuses with an error, is told'],
    ['handout/ways-out.test.tsx', 'gets the document by message when it asks'],
    ['handout/ways-out.test.tsx', 'stands alone: no script, no address to load from'],
    ['handout/ways-out.test.tsx', 'has every part in reading order, with blanks to write on'],
    ['handout/pdf.test.ts', 'is tagged: one title, headings, lists, and a table with header cells'],
  ],
  [
    'languages',
    'one typed file; nothing hard-coded; a right-to-left one is laid out like the others; the chart chooses',
    ['handout/languages.test.ts', 'holds no English word: everything but names and quotes of the chart'],
    ['handout/languages.test.ts', 'keeps every name, number to call and date apart from the text around it'],
    ['handout/language-choice.test.tsx', 'follows the chart, and can be switched'],
    [
      'handout/language-choice.test.tsx',
      'comes with "interpreter needed" when the chart says so, and only then',
    ],
  ],
  [
    'gates',
    'reading grade, short sentences, no jargon, no hole, every medicine, page count, nothing cut off',
    ['handout/gates.test.ts', 'are at these grades in every part, short parts pooled with their neighbour'],
    ['handout/gates.test.ts', 'make sentences of 20 words at most, and of 9 on average'],
    ['handout/gates.test.ts', 'are the words of patients, not of charts'],
    ['handout/gates.test.ts', 'never hold a hole, an empty item or broken spacing'],
    ['handout/gates.test.ts', 'stand there by their name: on each relaxant the chart holds'],
    [
      'handout/spanish.test.ts',
      'is fairly easy or easier to read (INFLESZ 65, Fernández Huerta 75), in every part',
    ],
    [
      'handout/pdf.test.ts',
      'keeps inside its margins, no words over others, none cut off or under a picture',
    ],
  ],
  [
    'preview',
    'the preview is the paper, with its page breaks',
    ['handout/pdf.test.ts', 'each word of each sheet where the preview has it'],
  ],
  [
    'A2',
    'the paper never contradicts itself',
    [
      'handout/safety-doses.test.ts',
      'no medicine has both times and a line not to take it, in any state of decision',
    ],
    ['handout/safety-doses.test.ts', 'a contraindicated finding that nobody decided blanks the times'],
  ],
  [
    'A3',
    'no stop date where a sudden stop harms; never a date from what was dispensed',
    ['handout/safety-doses.test.ts', 'its taper line is on and cannot be switched off'],
    ['handout/safety-doses.test.ts', 'a last day never comes from what was dispensed'],
  ],
  [
    'A4',
    'nobody under work-up is reassured, and the rail says why',
    ['handout/safety-doses.test.ts', 'with an open %s red flag'],
    ['handout/safety-doses.test.ts', 'in any sample, and the rail says why'],
  ],
  [
    'A5',
    'a danger sign is never taught as a side effect, in either language',
    [
      'handout/safety-doses.test.ts',
      'no side effect is “weak”, and the danger box ends by saying not to wait',
    ],
    ['handout/safety-doses.test.ts', 'nor does any patient line of the knowledge, printed or not'],
    ['handout/acceptance.test.ts', 'send to nothing less than the emergency room outside their box'],
  ],
  [
    'A6',
    'colours of pee',
    ['handout/safety-doses.test.ts', 'the general lists speak of yellow skin and eyes only'],
  ],
  [
    'A7',
    'no potassium, calcium or water',
    ['handout/safety-doses.test.ts', 'in either language, for any chart'],
  ],
  [
    'A8',
    'acetaminophen is not taken twice, nor offered with liver disease',
    ['handout/safety-doses.test.ts', 'whoever has it in another medicine is told so and not to add more'],
    ['handout/safety-doses.test.ts', 'it is not offered with %s'],
  ],
  [
    'A9',
    'one driving box, the strictest, no hours',
    ['handout/safety-doses.test.ts', 'in every state, without a number of hours'],
  ],
  [
    'A10',
    '“do not stop” once',
    ['handout/safety-doses.test.ts', 'in no line of a pair, and in the how-to-take part once at most'],
  ],
  [
    'A11',
    'the right patient: two identifiers on paper, none in titles and file names',
    [
      'handout/safety-privacy.test.ts',
      'name and birth date stand on the paper, and on every page at its foot',
    ],
    ['handout/ways-out.test.tsx', 'has no patient data in its title or its name'],
    ['e2e/journey.spec.ts', 'addresses, titles and lasting storage hold nothing of the patient'],
  ],
  [
    'A12',
    'private classes are not named',
    ['handout/safety-privacy.test.ts', 'by any line that prints by itself, in any state'],
    [
      'handout/safety-privacy.test.ts',
      'tells who takes birth control to keep using it, and only when chosen',
    ],
    ['handout/words.test.ts', 'of class %s is never printed, whatever else the product is'],
  ],
  [
    'A13',
    'page 1 is the fridge page',
    ['handout/safety-privacy.test.ts', 'holds no line of the sensitive group, whatever is chosen'],
  ],
  [
    'A14',
    'the short list is not the whole list',
    [
      'handout/safety-privacy.test.ts',
      'holds the relaxants and no other medicine, and says to keep taking the others',
    ],
  ],
  [
    'A15',
    'a missing check is not quiet',
    ['handout/safety-privacy.test.ts', 'is said to the patient when allergies were not read'],
  ],
  [
    'A16',
    'a way on when nobody answers; numbers of the site',
    ['handout/safety-privacy.test.ts', 'closes the same-day box, and the overdose line is for those around'],
    ['handout/safety-privacy.test.ts', 'emergency and poison numbers are those of the site'],
  ],
  [
    '1C',
    'what a patient who reads little missed',
    [
      'handout/medicine-table.test.ts',
      'has name and strength as the bottle says them, brand, purpose, four times and the last day',
    ],
    ['handout/words.test.ts', 'is one tablet up to one, and tablets above'],
    [
      'handout/acceptance.test.ts',
      'is there: one-sided numbness, slow breathing, old pills at home, and a way back to driving',
    ],
    ['handout/acceptance.test.ts', 'took fewer words than the draft'],
    ['handout/acceptance.test.ts', 'is black on white: a printer that drops backgrounds loses nothing'],
    ['handout/own-words.test.ts', 'prints as typed in every language'],
  ],
  [
    'check 2',
    'for every sample and state: no grid beside “ask us first”; a taper rule prints “Call us first” and no date',
    [
      'handout/safety-doses.test.ts',
      'no medicine has both times and a line not to take it, in any state of decision',
    ],
    [
      'handout/safety-doses.test.ts',
      'a medicine with a firing or unchecked taper rule prints “Call us first” and no date',
    ],
  ],
  [
    'check 3',
    'words of A5 never below emergency; no reassurance with an open flag; no potassium',
    [
      'handout/safety-doses.test.ts',
      'no line outside the danger box sends one to less than the emergency room',
    ],
    ['handout/self-care.test.ts', 'no comfort, exercise or massage while a red flag of tier %s is open'],
    ['handout/self-care.test.ts', 'gives no food, potassium or water advice'],
  ],
  [
    'check 4',
    'page 1: no sensitive line, no medicine outside the printable classes, for all combinations',
    [
      'handout/acceptance.test.ts',
      'has no sensitive line and no medicine outside the classes that may be named, in any combination',
    ],
    [
      'handout/safety-privacy.test.ts',
      'names no medicine outside the classes that may be named, whatever is chosen',
    ],
  ],
  [
    'check 5',
    'page 1 holds the three boxes for one and two relaxants, English and Spanish, Letter and A4, at 12 point',
    [
      'handout/pdf.test.ts',
      'holds the three boxes on the first sheet with one and two relaxants, in both languages, on Letter and A4',
    ],
    ['handout/pdf.test.ts', 'is set in 12 point, table heads in 11 and the source line in 9.5'],
    ['handout/acceptance.test.ts', 'is black on white: a printer that drops backgrounds loses nothing'],
  ],
  [
    'shown by: PDFs',
    'fonts embedded, tagged; 60-letter names, sigs that cannot be read, no clinic, Arabic and Chinese names',
    ['handout/pdf.test.ts', 'holds its fonts, and is marked as tagged'],
    ['handout/pdf.test.ts', 'is whole in every form, with no, one, four and eight relaxants'],
  ],
];
