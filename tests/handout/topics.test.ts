import { describe, expect, it } from 'vitest';
import { compose } from '../../src/handout/compose';
import { ENGLISH } from '../../src/handout/content/en';
import { SPANISH } from '../../src/handout/content/es';
import { US_DRUG_IDS } from '../../src/knowledge/vocabulary';
import { printedStrings } from './reading-level';
import { relaxantChart } from './relaxant-charts';
import { AS_OF, input, review } from './review-factory';
import { reviewed } from './sample-papers';

/** What a patient with a back spasm must be able to find, in English and in Spanish. */
const TOPICS: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  'what a spasm is': [/back muscle gets tight on its own/, /músculo de la espalda se pone duro/i],
  'what starts it': [
    /Lifting, a fall, sitting too long, weak muscles, too little water, or stress/,
    /estrés/i,
  ],
  'how it feels': [/twitch, a dull ache, or a sharp pain/, /dolor/i],
  'where the pain can spread': [/spread to your hip or leg/, /cadera|pierna/i],
  'serious causes': [/kidney stone, an infection, or a broken bone/, /piedra|infección/i],
  'when to go': [/call 911 or go to the emergency room now/, /llame al 911 o vaya a emergencias ahora/i],
  'when to call': [/Call us the same day if/, /Llámenos el mismo día/i],
  'what to tell the clinician': [
    /Tell us how it began, what you feel, any falls, and all the medicines/,
    /Díganos cómo empezó/i,
  ],
  'that most need no picture': [/Most people do not need an X-ray/, /rayos X/i],
  heat: [/Use heat for 15 to 20 minutes/, /calor/i],
  ice: [/Ice is OK too/, /hielo/i],
  massage: [/massage/, /masaje/i],
  'stretching about every 30 minutes': [/stretch every 30 minutes/, /estírese .*30 minutos|30 minutos/i],
  'staying active': [/Keep moving/, /Siga en movimiento/i],
  'no bed rest': [/Do not stay in bed all day/, /No pase todo el día en cama/i],
  stress: [/Stress or smoking\?/, /estrés/i],
  'side effects': [/You may feel sleepy or dizzy/, /sueño o mareo|mareo/i],
  driving: [/Driving: not for now/, /manejar|maneje/i],
  'how long it lasts': [/may last a few days\. A strained muscle can take weeks/, /unos días/i],
  'that it can come back': [/It can come back/, /volver/i],
  'exercise three times a week': [/Exercise 3 times a week/, /3 veces (?:por|a la) semana/i],
  'questions to ask': [/What caused my spasm\?/, /¿Qué causó mi espasmo\?/i],
  'telling it back': [/Tell us in your own words/, /Díganos con sus palabras|con sus palabras/i],
};

const words = (text: typeof ENGLISH): string =>
  printedStrings(compose({ ...input(review()), text })).join('\n');
const english = words(ENGLISH);
const spanish = words(SPANISH);

describe('the paper of a usual patient', () => {
  it.each(Object.entries(TOPICS))('says %s, in both languages', (_topic, [inEnglish, inSpanish]) => {
    expect(english).toMatch(inEnglish);
    expect(spanish).toMatch(inSpanish);
  });
});

/** What the label of each medicine wants its patient to know beyond sleepiness. */
const NOTES: Readonly<Record<string, RegExp>> = {
  baclofen: /Do not stop baclofen all at once/,
  carisoprodol: /habit forming/,
  chlorzoxazone: /rash, fever, belly pain, dark pee, or yellow eyes/,
  cyclobenzaprine_ir: /dry mouth/,
  cyclobenzaprine_er: /dry mouth/,
  cyclobenzaprine_sl: /dry mouth/,
  dantrolene: /blood tests for your liver/,
  diazepam: /habit forming/,
  metaxalone: /fatty meal can make you more sleepy/,
  methocarbamol: /turn your pee brown, black, blue, or green/,
  orphenadrine: /dry mouth/,
  orphenadrine_asa_caffeine: /dry mouth/,
  tizanidine: /same way each time: always with food or always without/,
};

describe('the paper of each relaxant of the United States', () => {
  it.each(US_DRUG_IDS)('has its own note: %s', (drug) => {
    const paper = compose(input(reviewed(relaxantChart([drug], AS_OF), AS_OF)));
    expect(printedStrings(paper).join('\n')).toMatch(NOTES[drug] ?? /never/);
  });
});
