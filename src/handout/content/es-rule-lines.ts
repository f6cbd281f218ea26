/**
 * Patient lines of the caution rules, by rule id. A medicine's name follows a word like "con", so that each line is right for one
 * name and for several.
 */
export const SPANISH_RULE_LINES: Readonly<Record<string, string>> = {
  'BAC-PSYCH':
    'Díganos si le cambia el ánimo. Si piensa en hacerse daño, llámenos o vaya a la sala de emergencias.',
  'BAC-SUD': 'Tome {drug} solo como le dijimos. Díganos si quiere tomar más de su dosis.',
  'CAR-SUD':
    'Tomar {drug} puede crear hábito. Si el alcohol u otras sustancias han sido un problema, díganos. Llámenos antes de cambiar cómo la toma.',
  'CYC-SL-PREGNANCY': 'Llámenos antes de su próxima dosis si puede estar embarazada.',
  'DZP-PREG-LACT':
    'Con {drug}, un bebé puede estar flojo o con sueño. Pregúntenos antes de tomarla en el embarazo o si da pecho. Si ya la toma, no la deje de golpe.',
  'DZP-SUD':
    'Tomar {drug} puede crear hábito. Si el alcohol u otras sustancias han sido un problema, díganos. Llámenos antes de cambiar cómo la toma.',
  'OAC-PREG':
    'La aspirina de {drug} le puede hacer daño a su bebé. No la tome en el embarazo a menos que se lo diga quien atiende su embarazo.',
  'ORP-MISUSE':
    'Tome {drug} solo como le dijimos. Guárdela bajo llave. Díganos si quiere tomar más de su dosis.',
  'TIZ-OC':
    'Lo que usa para no tener hijos puede hacer más fuerte el efecto de {drug}. Siga usándolo. Párese despacio.',
  'TIZ-PSYCH': 'Llámenos de inmediato si ve u oye cosas que no son reales.',
  'X-ALCOHOL':
    'No tome cerveza, vino ni licor con {drug}. La mezcla puede hacer que se desmaye. Puede hacer que respire lento. Si bebe mucho, no lo deje de golpe. Pídanos ayuda primero.',
  'X-DEMENTIA':
    'Con {drug} puede empeorar la memoria y el pensar. Pida a su familia que se fije en esto. Llámenos si tiene más confusión.',
  'X-DEMENTIA-OTHER':
    'Con {drug} puede empeorar la memoria y el pensar. Pida a su familia que se fije en esto. Llámenos si tiene más confusión.',
  'X-LACTATION':
    'Un poco de {drug} puede pasar a la leche. Fíjese si su bebé duerme demasiado o come con poca fuerza. Llámenos si ve esto.',
  'X-MOUD':
    'Siga tomando su medicina de recuperación. No tome {drug} todavía. Antes, sus dos médicos deben decir que sí.',
  'X-PREGNANCY':
    'Está embarazada. Pregúntenos antes de cambiar cómo toma {drug}. Tal vez busquemos un plan más seguro para usted y su bebé.',
  'CHL-URINE':
    'Con {drug} la orina se puede poner color naranja o rojo morado. Eso está bien. Orina café con piel amarilla no está bien: llámenos.',
  'CHL-WARN-SX':
    'Deje {drug} y llámenos si tiene sarpullido, fiebre o dolor de barriga. Haga lo mismo si tiene la orina oscura o los ojos amarillos.',
  'MET-URINE':
    'Con {drug} la orina se puede poner café, negra, azul o verde. Eso está bien. Piel u ojos amarillos no están bien: llámenos.',
  'MTX-FOOD': 'Tome {drug} igual cada vez. Una comida grande o con mucha grasa le puede dar más sueño.',
  'TIZ-FOOD':
    'Tome {drug} igual cada vez: siempre con comida o siempre sin comida. No cambie tabletas por cápsulas.',
  'TIZ-LFT-MONITOR':
    'Con {drug} puede necesitar pruebas de sangre para el hígado: una ahora y otra un mes después de su dosis completa.',
  'TIZ-SMOKING': 'Díganos si empieza o deja de fumar. Tal vez haya que cambiar su dosis de {drug}.',
  'TOL-HYPERSENS': 'Deje {drug} y llame al 911 si tiene ronchas, hinchazón o le cuesta respirar.',
  'X-DURATION': 'El uso de {drug} debe ser corto, casi siempre de 2 a 3 semanas. Si aún le duele, llámenos.',
  'X-EVIDENCE':
    'Tomar {drug} puede ayudar un poco por unos días. Moverse, el calor y el tiempo son lo que más ayuda.',
  'X-SCHEDULE-IV': 'El uso de {drug} puede crear hábito.',
  'BAC-CONCENTRATE':
    'Use la medida correcta para {drug}. Pregunte cuántos mL debe dar. Demasiado puede hacer daño.',
  'BAC-DYSREFLEXIA':
    'Con {drug} la presión puede subir a un punto peligroso. No la deje de golpe. Llámenos primero.',
  'BAC-EGFR60-ADULT':
    'Sus riñones van un poco lentos. Una dosis más baja de {drug} es más segura. Llámenos si tiene confusión.',
  'BAC-LEVODOPA':
    'Con {drug} pueden empeorar las señales del Parkinson. Llámenos si pasa, o si ve cosas que no están.',
  'BAC-NEPHROTOXIC':
    'Algunas pastillas para el dolor hacen trabajar de más a los riñones. Entonces {drug} se puede juntar en el cuerpo. Pregúntenos antes de tomarlas.',
  'BAC-RENAL-AVOID':
    'A sus riñones les cuesta sacar {drug} del cuerpo. Llámenos el mismo día si tiene confusión o tiene mucho sueño.',
  'BAC-SEIZURE':
    'Con {drug} pueden venir convulsiones. Siga con su medicina para las convulsiones. Llámenos si le da un ataque.',
  'BAC-STROKE': 'Después de un derrame, {drug} le puede dar sueño o confusión. Llámenos si pasa.',
  'BAC-ULCER':
    'Con {drug} se puede irritar una úlcera del estómago. Llámenos si le duele la barriga. ¿Excremento negro? Vaya a la sala de emergencias.',
  'CAR-2C19-INDUCE':
    'Algunas medicinas y hierbas cambian el efecto de {drug}. Díganos todo lo que toma, también las hierbas.',
  'CAR-2C19-LOW':
    'A su cuerpo le puede costar sacar {drug}. Fíjese si tiene más sueño. Puede necesitar una dosis más baja.',
  'CAR-ORGAN':
    'A su hígado o a sus riñones les puede costar sacar {drug} del cuerpo. Puede necesitar una dosis más baja.',
  'CAR-SEIZURE': 'Se han visto convulsiones con {drug}. Díganos si alguna vez tuvo una.',
  'CYC-ANTICHOL-COND': 'Si no puede orinar, o le duele mucho el ojo, vaya a la sala de emergencias.',
  'CYC-IR-LIVER-MILD':
    'A su hígado le cuesta sacar {drug} del cuerpo. Necesita una dosis baja. Llámenos si tiene mucho sueño.',
  'CYC-SEIZURE': 'Con {drug} puede ser más fácil tener una convulsión. Díganos si alguna vez tuvo una.',
  'CYC-SEROTONIN':
    'Tomar {drug} con otra de sus medicinas puede caer mal. Llámenos de inmediato si tiembla, suda, tiene fiebre o los músculos duros.',
  'DAN-CARDIOPULM':
    'Con {drug} puede costar más respirar. Llámenos si tose o se le hinchan las piernas. Si le duele el pecho o le falta el aire, llame al 911.',
  'DAN-HEPATOTOX':
    'Hay que hacerle pruebas de sangre para ver el hígado. ¿Ojos amarillos, orina oscura o dolor de barriga? Llámenos antes de su próxima dosis.',
  'DZP-INHIB': 'Con {other}, el efecto de {drug} puede durar más. Llámenos si tiene mucho sueño.',
  'EPE-LIVER':
    'Llámenos antes de su próxima dosis si tiene sarpullido u ojos amarillos. Si tiene ampollas, vaya a la sala de emergencias.',
  'MET-ORGAN':
    'A su hígado o a sus riñones les puede costar sacar {drug} del cuerpo. Puede necesitar menos dosis al día.',
  'MET-SEIZURE-BRAIN':
    'Con convulsiones o una lesión del cerebro, {drug} tal vez no sea para usted. Pregúntenos antes de su próxima dosis.',
  'MTX-640': 'La tableta de 640 mg y la de 800 mg no son iguales. No cambie una por otra.',
  'MTX-ORGAN-MILD':
    'Tal vez le hagamos pruebas de sangre mientras toma {drug}. Llámenos si tiene los ojos amarillos o la orina oscura.',
  'MTX-SEROTONIN':
    'Tomar {drug} con otra de sus medicinas puede caer mal. Llámenos de inmediato si tiembla, suda, tiene fiebre o los músculos duros.',
  'OAC-BLEED':
    'La aspirina de {drug} puede causar un sangrado grave. ¿Excremento negro? Vaya a la sala de emergencias.',
  'ORP-CARDIAC':
    'Con {drug} el corazón puede latir muy rápido. Llámenos si le late fuerte. Si le duele el pecho, llame al 911.',
  'THI-LIVER':
    'No mezcle {drug} con pastillas para el dolor a menos que le digamos. ¿Piel u ojos amarillos? Llámenos antes de su próxima dosis.',
  'TIZ-CYP1A2-OTHER':
    'Con {other}, el efecto de {drug} puede ser más fuerte. Párese despacio. Llámenos si siente que se desmaya o tiene mucho sueño.',
  'TIZ-FQ-OTHER':
    'También toma {other}. Mientras toma las dos, llámenos si tiene mareo, siente que se desmaya o tiene mucho sueño.',
  'TIZ-LIVER':
    'Con {drug} se puede dañar el hígado, y el suyo tiene problemas. ¿Ojos amarillos, orina oscura o dolor de barriga? Llámenos antes de su próxima dosis.',
  'TIZ-LOW-BP':
    'Con {drug} puede bajar la presión y el corazón puede latir más lento. Párese despacio. Llámenos si siente que se desmaya.',
  'TIZ-RENAL':
    'A sus riñones les cuesta sacar {drug} del cuerpo. Una dosis baja es más segura. Llámenos si tiene la boca muy seca o mucho sueño.',
  'X-ANTICHOL':
    'Tomar {drug} con {other} le puede resecar. Puede tener la boca seca, excremento duro, vista borrosa o la mente nublada.',
  'X-BAC-TIZ-65':
    'Tomar {drug} puede dar mareo o confusión a las personas mayores. Párese despacio. Pida que alguien le vea los primeros días.',
  'X-BP-MEDS':
    'Con {drug} puede bajar la presión, más aún con {other}. Párese despacio. Siéntese si siente que se desmaya.',
  'X-BZD-HYPNOTIC':
    'También toma {other}. Las dos dan sueño. Pregunte antes de tomar las dos. Se puede caer o respirar muy lento.',
  'X-GABAPENTINOID':
    'También toma {other}. Las dos pueden dar sueño y hacer que respire lento. Pregunte antes de tomar las dos. Llámenos si siente la mente nublada.',
  'X-OPIOID':
    'También toma {other}. Las dos pueden hacer que respire lento. Pregunte antes de tomar las dos. Tenga naloxona (Narcan) en casa.',
  'X-OSA-COPD':
    'Con {drug} puede empeorar su problema para respirar. Use su máquina para respirar si tiene una. No tome otras medicinas que den sueño.',
  'X-POSTURE':
    'Si usa las piernas duras para estar de pie, tomar {drug} puede hacer que se caiga. Pregunte a su equipo de terapia.',
  'X-SEDATING-OTC': 'También toma {other}. También le puede dar sueño. Pregunte antes de tomar las dos.',
};
