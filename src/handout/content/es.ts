import type { DrugId } from '../../knowledge/vocabulary';
import { SPANISH_RULE_LINES } from './es-rule-lines';
import type { HandoutText } from './text';

const FOR_BACK = 'para la espalda tensa';
const FOR_MUSCLES = 'para músculos tensos';
const AFTER_LAST_DOSE = 'Pregúntenos cuándo podrá manejar después de su última dosis.';

const PURPOSE: Readonly<Record<DrugId, string>> = {
  baclofen: FOR_MUSCLES,
  dantrolene: FOR_MUSCLES,
  tizanidine: FOR_MUSCLES,
  cyclobenzaprine_sl: FOR_MUSCLES,
  tolperisone: FOR_MUSCLES,
  carisoprodol: FOR_BACK,
  chlorzoxazone: FOR_BACK,
  cyclobenzaprine_ir: FOR_BACK,
  cyclobenzaprine_er: FOR_BACK,
  diazepam: FOR_MUSCLES,
  metaxalone: FOR_BACK,
  methocarbamol: FOR_BACK,
  orphenadrine: FOR_BACK,
  orphenadrine_asa_caffeine: FOR_BACK,
  thiocolchicoside: FOR_BACK,
  eperisone: FOR_BACK,
};

const SLEEPY_ONE = 'Su medicina le puede dar sueño y quitarle reflejos.';
const SLEEPY_MANY = 'Sus medicinas le pueden dar sueño y quitarle reflejos.';
const BEFORE_EACH_DRIVE =
  '**Antes de manejar, pregúntese:** ¿Estoy bien alerta? ¿Estoy firme? ¿Veo bien? Con un “no”, no maneje.';

const same = (line: string) => ({ one: line, many: line });

/**
 * Spanish of the United States: "usted", short sentences, words that men and women can read of themselves.
 * Names of prescription medicines stay as they stand on the bottle. Line by line the meaning of en.ts.
 */
export const SPANISH: HandoutText = {
  language: 'es',
  direction: 'ltr',
  title: 'Espasmo de espalda y su relajante muscular',
  titleWithoutRelaxant: 'Espasmo de espalda: su plan de cuidado',
  forPatient: 'Para',
  born: 'nació {date}',
  visit: 'Visita {date} · {clinic}',
  callUs: 'Llámenos: {phone}',
  afterHours: 'Noches, fines de semana: {phone}',
  notReviewed: 'Sin revisar',
  page: 'Página {page} de {pages}',
  footer: '{name}, nació {born} · {date} · {clinic} {phone} · versión {version}',
  sourceLine:
    'Hoja general. El consejo de su equipo médico va primero. BackSafe {version}. Con datos de FDA, AHRQ y MedlinePlus.',
  reviewDue: 'Estos datos se debían revisar el {date}.',
  listAnd: { word: 'y', before: { starts: ['i', 'hi', 'hy'], word: 'e' } },
  listOr: { word: 'o', before: { starts: ['o', 'ho'], word: 'u' } },
  listWith: 'con',
  decimal: '.',
  // Readers from Latin America put the day first, the United States the month: a month in letters is read one way.
  dates: {
    Letter: '{d} {name} {year}',
    A4: '{d} {name} {year}',
    months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  },
  know: {
    heading: '{n} cosas que debe saber',
    reassure: 'La mayoría de los espasmos mejora en unos días o semanas. Moverse con cuidado ayuda.',
    checking: 'Estamos buscando la causa de su dolor. No falte a las citas de sus pruebas.',
    noRelaxant: 'Por ahora no le hace falta un relajante muscular.',
    noRelaxantHelps: 'El calor, moverse con cuidado y el tiempo son lo que más ayuda.',
    medicinesNotRead:
      'Pregúntenos antes de tomar una medicina para la espalda. **Pregúntenos antes de manejar.**',
    signs: 'Conozca las señales de peligro de abajo. Muestre esta hoja a alguien en casa.',
    driving: {
      D0: same('**No maneje si tiene sueño o mareo, o si reacciona lento.**'),
      D1: {
        one: '**No maneje después de su primera dosis.** Espere hasta saber cómo le cae.',
        many: '**No maneje después de su primera dosis.** Espere hasta saber cómo le caen.',
      },
      D2: {
        one: `**No maneje por ahora.** ${SLEEPY_ONE}`,
        many: `**No maneje por ahora.** ${SLEEPY_MANY}`,
      },
      D3: {
        one: '**No maneje mientras tome esta medicina.** Le puede dar sueño y quitarle reflejos.',
        many: '**No maneje mientras tome estas medicinas.** Le pueden dar sueño y quitarle reflejos.',
      },
    },
    askBeforeDriving: {
      one: `**Pregúntenos antes de manejar.** ${SLEEPY_ONE}`,
      many: `**Pregúntenos antes de manejar.** ${SLEEPY_MANY}`,
    },
    afterLastDose: AFTER_LAST_DOSE,
    onceTaken: {
      one: '**Cuando empiece su medicina, no maneje después de su primera dosis.** Espere hasta saber cómo le cae.',
      many: '**Cuando empiece sus medicinas, no maneje después de su primera dosis.** Espere hasta saber cómo le caen.',
    },
  },
  danger: {
    heading: 'Señales de peligro: llame al {emergency} o vaya a emergencias ahora',
    more: 'Más señales de peligro en la página {page}.',
    backHeading: 'Espalda, piernas, orina y excremento',
    back: [
      'No puede orinar, o le cuesta mucho.',
      'Se le sale la orina o el excremento.',
      'Siente dormida la zona entre las piernas o alrededor de las nalgas.',
      'Piernas o un lado del cuerpo débiles, dormidos o con hormigueo, y es nuevo.',
      'Arrastra un pie.',
      'Al tener sexo siente poco, y es nuevo.',
      'El dolor no le deja moverse.',
    ],
    chestHeading: 'Pecho, barriga, caídas',
    chest: [
      'Dolor de pecho, le falta el aire o se desmaya.',
      'Dolor repentino y muy fuerte de barriga o espalda. Como si algo se rasgara.',
      'Tuvo una caída fuerte o un choque.',
    ],
    medicineHeading: 'Por su medicina',
    medicine: ['Nadie puede despertarle, o respira lento.', 'Tomó demasiado.'],
    poison: 'Tomó demasiado. Ayuda: {poison}',
    swelling: 'Se le hincha la cara, labios o garganta.',
    closing: '**¿No sabe si ir? Vaya.** No maneje usted. No espere a ver si es la medicina.',
  },
  driving: {
    heading: {
      D0: 'Manejar: revise antes cómo está',
      D1: 'Manejar: espere y vea',
      D2: 'Manejar: por ahora no',
      D3: 'Manejar: no',
    },
    body: {
      D0: [
        same(
          '**Si tiene sueño o mareo, o si reacciona lento:** no maneje auto ni bicicleta. No suba a sitios altos ni use herramientas eléctricas.',
        ),
        same(BEFORE_EACH_DRIVE),
      ],
      D1: [
        {
          one: '**Hasta saber cómo le cae:** no maneje auto ni bicicleta. No suba a sitios altos ni use herramientas eléctricas.',
          many: '**Hasta saber cómo le caen:** no maneje auto ni bicicleta. No suba a sitios altos ni use herramientas eléctricas.',
        },
        same(BEFORE_EACH_DRIVE),
        {
          one: 'Tenga más cuidado cuando le suban la dosis.',
          many: 'Tenga más cuidado cuando le suban una dosis.',
        },
      ],
      D2: [
        same('No maneje auto ni bicicleta. No suba a sitios altos ni use herramientas eléctricas.'),
        {
          one: '**Podrá manejar cuando le digamos que sí.** Para entonces su dosis ya no cambia. Usted se siente alerta y firme. Ve bien.',
          many: '**Podrá manejar cuando le digamos que sí.** Para entonces sus dosis ya no cambian. Usted se siente alerta y firme. Ve bien.',
        },
      ],
      D3: [
        same(
          '**Mientras tome {drugs}:** no maneje auto ni bicicleta. No suba a sitios altos ni use herramientas eléctricas. Busque ya quien le lleve.',
        ),
        same(AFTER_LAST_DOSE),
      ],
    },
    addsTo: { one: '{others} hace esto más fuerte.', many: '{others} hacen esto más fuerte.' },
    nextDay: 'Aún puede reaccionar lento al otro día.',
    charged: {
      one: 'Le pueden poner cargos si la medicina le quita reflejos al manejar, aunque se la demos.',
      many: 'Le pueden poner cargos si las medicinas le quitan reflejos al manejar, aunque se las demos.',
    },
    askFirst: {
      heading: 'Manejar: pregunte primero',
      medicines: 'No pudimos ver todas sus medicinas. **Pregúntenos antes de manejar.**',
      unmatched: 'No pudimos reconocer una de sus medicinas. **Pregúntenos antes de manejar.**',
      chart: 'No pudimos revisar todo su expediente. **Pregúntenos antes de manejar.**',
    },
    work: '**Usted maneja en su trabajo.** No maneje en el trabajo hasta que le digamos que sí.',
  },
  mix: {
    heading: 'No mezcle con',
    alcohol: 'Cerveza, vino, licor o marihuana (cannabis).',
    sleepy:
      'Otros relajantes, pastillas para dormir, para dolor fuerte o para la alergia que dan sueño. Pregunte antes. Cuentan también las pastillas viejas en casa.',
    naloxone: 'Tenga naloxona (Narcan) en casa. Muestre a alguien cómo usarla.',
    otherMedicine: 'otra de sus medicinas',
    unnamed: [
      {
        pattern: 'También toma {other}.',
        text: 'Puede no ir bien con otra de sus medicinas.',
      },
    ],
    several: [
      { pattern: 'Las dos ', text: 'Todas ' },
      { pattern: 'antes de tomar las dos', text: 'antes de tomarlas juntas' },
      { pattern: 'Mientras toma las dos', text: 'Mientras las toma juntas' },
      { pattern: 'También le puede dar sueño.', text: 'Todas pueden dar sueño.' },
    ],
  },
  medicine: {
    heading: { one: 'Su medicina', many: 'Sus medicinas' },
    columns: {
      medicine: 'Medicina',
      morning: 'Mañana',
      noon: 'Mediodía',
      evening: 'Tarde',
      bedtime: 'Al dormir',
      lastDay: 'Último día',
    },
    none: '–',
    more: 'Más medicinas en la página {page}.',
    names: {
      baclofen: 'baclofen',
      carisoprodol: 'carisoprodol',
      chlorzoxazone: 'chlorzoxazone',
      cyclobenzaprine_ir: 'cyclobenzaprine',
      cyclobenzaprine_er: 'cyclobenzaprine',
      cyclobenzaprine_sl: 'cyclobenzaprine',
      dantrolene: 'dantrolene',
      diazepam: 'diazepam',
      metaxalone: 'metaxalone',
      methocarbamol: 'methocarbamol',
      orphenadrine: 'orphenadrine',
      orphenadrine_asa_caffeine: 'orphenadrine con aspirina',
      tizanidine: 'tizanidine',
      thiocolchicoside: 'thiocolchicoside',
      tolperisone: 'tolperisone',
      eperisone: 'eperisone',
    },
    brands: {
      baclofen: 'Lioresal',
      carisoprodol: 'Soma',
      chlorzoxazone: 'Lorzone',
      cyclobenzaprine_ir: 'Flexeril',
      cyclobenzaprine_er: 'Amrix',
      cyclobenzaprine_sl: 'Tonmya',
      dantrolene: 'Dantrium',
      diazepam: 'Valium',
      metaxalone: 'Skelaxin',
      methocarbamol: 'Robaxin',
      orphenadrine: 'Norflex',
      orphenadrine_asa_caffeine: 'Norgesic',
      tizanidine: 'Zanaflex',
      thiocolchicoside: 'Muscoril',
      tolperisone: 'Mydocalm',
      eperisone: 'Myonal',
    },
    purpose: PURPOSE,
    brandAndPurpose: '({brand}) {purpose}',
    units: {
      tablet: { one: 'tableta', many: 'tabletas' },
      capsule: { one: 'cápsula', many: 'cápsulas' },
      dose: { one: 'dosis', many: 'dosis' },
      ml: { one: 'mL', many: 'mL' },
      mg: { one: 'mg', many: 'mg' },
      packet: { one: 'sobre', many: 'sobres' },
    },
    forms: { tablet: 'tableta', capsule: 'cápsula', solution: 'solución', suspension: 'suspensión' },
    amount: '{n} {unit}',
    range: '{low} a {high} {unit}',
    slotNames: ['en la mañana', 'al mediodía', 'en la tarde', 'al dormir'],
    onlyIfNeeded: 'solo si la necesita',
    prnDose: '**Solo si la necesita:** {amount}.',
    prnDoseAt: '**Solo si la necesita:** {amount} {when}.',
    prnMax: 'No más de {max} en 24 horas.',
    prnMaxTimes: 'No más de {times} veces en 24 horas.',
    prnMaxOnly: '**Solo si la necesita.**',
    asBottle: 'Tómela como dice el frasco.',
    asBottleQuote: 'Tómela como dice el frasco. Su receta dice: “{sig}”',
    severalOrders: 'Tiene más de una receta de esta medicina. Pregúntenos cuál tomar.',
    askUs: 'Pregúntenos antes de tomarla.',
    callBeforeNextDose: 'Llámenos antes de su próxima dosis. No la deje de golpe.',
    orderStopped:
      'Su receta se suspendió. Llámenos hoy. ¿Aún la toma? No la deje de golpe. ¿Ya la dejó? Pregúntenos antes de tomarla otra vez.',
    callUsFirst: 'Llámenos primero',
    askFirst: 'Pregunte primero',
    holdUntil: 'No la tome hasta el {date}. Ese día pregúntenos.',
    hold: 'No la tome por ahora. Pregúntenos cuándo empezar otra vez.',
    notAllAtOnce: 'No la deje de golpe. Tómela así: {how}',
    takeThisWay: 'Tómela así: {how}',
  },
  how: {
    heading: { one: 'Cómo tomarla', many: 'Cómo tomarlas' },
    headingNotTaken: 'Tenga cuidado',
    onlyThisWay: { one: 'Tómela solo así.', many: 'Tómelas solo así.' },
    onlyTheseThisWay: 'Tome {drugs} solo así.',
    missed: '¿Olvidó una dosis? No tome dosis doble.',
    missedTaper: '¿Se le olvidó una dosis? Llámenos.',
    otherMedicines: 'Siga con sus otras medicinas como le dijimos. Esta lista es solo para la espalda.',
    sleepy: 'Puede tener sueño o mareo.',
    sleepyDry: 'Puede tener sueño, mareo o boca seca.',
    dryMouth: [
      'cyclobenzaprine_ir',
      'cyclobenzaprine_er',
      'cyclobenzaprine_sl',
      'orphenadrine',
      'orphenadrine_asa_caffeine',
      'tizanidine',
    ],
    falls: 'Párese despacio. Use una luz de noche.',
    taper: '**No deje {drugs} de golpe.** Llámenos primero.',
    stopped: 'Se suspendió su {drug}. Pregúntenos antes de tomarla otra vez.',
    lock: { one: 'Guárdela bajo llave. No la comparta.', many: 'Guárdelas bajo llave. No las comparta.' },
  },
  sameday: {
    heading: 'Llámenos el mismo día si',
    items: [
      'Tiene fiebre de 100.4 F (38 C) o más, o escalofríos.',
      'El dolor es peor de noche o al acostarse.',
      'El dolor baja más allá de la rodilla.',
      'Le arde al orinar, o ve sangre.',
      'No mejora en {days} días, o se siente peor.',
    ],
    medicineItems: [
      'Le sale sarpullido, o la piel o los ojos se le ponen amarillos.',
      'El corazón le late muy rápido, tiene confusión o ve cosas que no están.',
    ],
    tail: ['Casi se desmaya al pararse, o se cae.', 'Baja de peso y no sabe por qué.'],
    closing: '**¿No contestamos? Vaya a una clínica de urgencias o a la sala de emergencias.**',
  },
  home: {
    heading: 'Qué hacer en casa',
    gentle: [
      'Siga en movimiento. Camine un poco, despacio. No pase todo el día en cama.',
      'Párese y estírese cada 30 minutos.',
    ],
    items: [
      'Use calor de 15 a 20 minutos. Ponga antes una tela en la piel. No duerma sobre algo caliente.',
      'También sirve hielo, envuelto en una tela.',
      'Duerma de lado con una almohada entre las rodillas.',
      'Por ahora no cargue cosas pesadas, no se tuerza ni se doble mucho.',
    ],
    handsOn: 'Pregúntenos si le sirven masajes o terapia física.',
    acetaminophen:
      '**Para el dolor puede usar:** acetaminofén (Tylenol). No tome más de lo que dice su etiqueta.',
    alreadyAcetaminophen: 'Su {other} ya tiene acetaminofén (Tylenol). No tome más a menos que le digamos.',
    alreadyAcetaminophenUnnamed: 'Usted ya toma acetaminofén (Tylenol). No tome más a menos que le digamos.',
    askPain: 'Pregúntenos qué medicina para el dolor es segura para usted.',
    noNsaid: 'No tome ibuprofeno (Advil, Motrin) ni naproxeno (Aleve) a menos que le digamos.',
    noNsaidKidney: 'No tome ibuprofeno (Advil, Motrin) ni naproxeno (Aleve). Hay que cuidar sus riñones.',
    noNsaidThinner: 'No tome ibuprofeno (Advil, Motrin) ni naproxeno (Aleve). Usted toma un anticoagulante.',
    noNsaidHeart: 'No tome ibuprofeno (Advil, Motrin) ni naproxeno (Aleve). Hay que cuidar su corazón.',
    noNsaidStomach: 'No tome ibuprofeno (Advil, Motrin) ni naproxeno (Aleve). Hay que cuidar su estómago.',
    oneNsaid: 'Usted ya toma {other}. No tome además ibuprofeno (Advil, Motrin) ni naproxeno (Aleve).',
  },
  foryou: { heading: 'Para usted' },
  history: {
    notes: {
      bones: 'Sus huesos se pueden romper más fácil.',
      thinner: 'Usted toma un anticoagulante. Llame al {emergency} si siente las piernas débiles o dormidas.',
      vessel:
        'Usted tiene una arteria ensanchada en la barriga o el pecho. Llame al {emergency} si siente de repente un dolor fuerte.',
      infections: 'Usted puede tener infecciones más fácil.',
      cancer: 'Usted tuvo cáncer antes.',
    },
    call: 'Por eso llámenos pronto si el dolor es nuevo o se siente diferente.',
  },
  what: {
    heading: '¿Qué es un espasmo de espalda?',
    first:
      'Un músculo de la espalda se pone duro solo. Puede sentir un tirón o un dolor sordo o agudo. El dolor puede pasar a la cadera o la pierna. Puede empezar al cargar algo, por una caída o por mucho tiempo en una silla. También por músculos débiles, poca agua o estrés.',
    course: 'Puede durar unos días. Un músculo lastimado puede tardar semanas. Puede volver.',
    tell: 'Díganos cómo empezó, qué siente, si se cayó y todas las medicinas que toma.',
    xray: 'La mayoría de la gente no necesita rayos X.',
    causes:
      'Unas pocas personas tienen otra causa, como una piedra en el riñón, una infección o un hueso roto. Por eso importan las señales de peligro.',
  },
  prevent: {
    heading: 'Ayude a que no vuelva',
    exercise: [
      'Haga ejercicio 3 veces a la semana. Empiece poco a poco.',
      'Fortalezca la espalda y la barriga.',
    ],
    first: ['Levante con las piernas y la carga cerca.'],
    stretch: 'Si pasa tiempo en una silla, haga pausas y estírese.',
    second: ['Use zapatos que sujeten bien el pie.', '¿Tiene estrés o fuma? Pídanos ayuda.'],
  },
  teachback: {
    heading: 'Antes de irse',
    subheading: 'Díganos con sus palabras',
    items: [
      '¿Cómo y cuándo va a tomar su medicina?',
      '¿Cuándo no es seguro manejar?',
      '¿Con qué señales debe llamar al {emergency}?',
    ],
    severalToTake: '¿Cómo y cuándo va a tomar sus medicinas?',
    nothingToTake: '¿Cuándo nos va a llamar?',
    itemsWithoutRelaxant: [
      '¿Qué va a hacer en casa?',
      '¿Cuándo nos va a llamar?',
      '¿Con qué señales debe llamar al {emergency}?',
    ],
  },
  ask: {
    subheading: 'Pregúntenos',
    cause: '¿Qué causó mi espasmo?',
    items: ['¿Cuándo puedo manejar y volver al trabajo?'],
  },
  next: {
    work: 'No levante más de ______ hasta ______. Vuelve al trabajo el ______.',
    visit: 'Próxima cita:',
    learn: 'Para saber más: medlineplus.gov/spanish/backpain.html',
  },
  gaps: {
    MedicationRequest: {
      unread: 'Hoy no pudimos leer su lista de medicinas. Muéstrenos todos sus frascos.',
      partial: 'Hoy no pudimos leer toda su lista de medicinas. Muéstrenos todos sus frascos.',
    },
    AllergyIntolerance: {
      unread: 'Hoy no pudimos leer sus alergias. Díganos si alguna medicina le cayó mal.',
      partial: 'Hoy no pudimos leer todas sus alergias. Díganos si alguna medicina le cayó mal.',
    },
    Condition: {
      unread: 'Hoy no pudimos leer su lista de problemas de salud. Díganos todos los que tiene.',
      partial: 'Hoy no pudimos leer toda su lista de problemas de salud. Díganos todos los que tiene.',
    },
    Observation: {
      unread: 'Hoy no pudimos ver sus pruebas de laboratorio. Pregúntenos si necesita alguna.',
      partial: 'Hoy no pudimos ver todas sus pruebas de laboratorio. Pregúntenos si necesita alguna.',
    },
    Procedure: {
      unread: 'Hoy no pudimos leer sus cirugías pasadas. Díganos de toda cirugía que tuvo.',
      partial: 'Hoy no pudimos leer todas sus cirugías pasadas. Díganos de toda cirugía que tuvo.',
    },
  },
  gapUnrecognised: 'No pudimos reconocer una de sus medicinas. Muéstrenos todos sus frascos.',
  ruleLines: SPANISH_RULE_LINES,
  privateWords: [
    'vih',
    ' sida',
    'embaraz',
    'para no tener hijos',
    'anticoncept',
    'bebé',
    'leche',
    'da pecho',
    'dar pecho',
    'ánimo',
    'hacerse daño',
    'memoria',
    'drogas',
    'alcohol',
    'hábito',
    'recuperación',
    'abuso',
    'transmisión sexual',
    'tubercul',
    'cáncer',
    'convuls',
  ],
};
