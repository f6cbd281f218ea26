import type { SpokenQuestions } from './spoken';

/** Spanish of the United States, as on the handout: "usted", plain words. Question by question the meaning of knowledge/checklist.ts. */
export const SPANISH_QUESTIONS: SpokenQuestions = {
  signOff: { state: 'awaiting', from: 'a clinician and a qualified translator' },
  words: {
    'neuro-weak':
      '¿Tiene una pierna cada vez más débil, arrastra un pie, pierde el equilibrio? ¿Un lado débil o dormido?',
    'ces-bilat': '¿Dolor, hormigueo o debilidad en las dos piernas?',
    'ces-urine': '¿Desde hace poco le cuesta empezar a orinar, aguantar o sentir que sale?',
    'ces-bowel': '¿Desde hace poco se le sale el excremento, o no lo siente?',
    'ces-saddle': '¿Siente dormida la zona entre las piernas o alrededor de las nalgas?',
    'ces-sex': '¿Desde hace poco siente menos o no le responde el cuerpo al tener sexo?',
    chest: '¿Dolor de pecho o falta de aire?',
    aorta:
      '¿Un dolor de repente, como un desgarro, o el peor de su vida? ¿Se desmayó? ¿Siente latidos en la barriga?',
    trauma: '¿Una caída, choque o golpe? Si tiene 65 años o más, ¿aunque fuera leve?',
    steroid: '¿Esteroides (cortisona) en pastillas o inyecciones por 3 meses o más?',
    fever: '¿Fiebre, escalofríos o sudores?',
    infect: '¿Tuvo hace poco una infección de dientes, de piel o por un suero en la vena?',
    inject: '¿Alguna vez se ha inyectado drogas?',
    ca: '¿Alguna vez le dijeron que tenía cáncer, aunque ya se haya curado?',
    wt: '¿Está bajando de peso sin querer?',
    night: '¿El dolor es constante, o peor al acostarse o de noche?',
    duration: '¿Ha durado más de 4 a 6 semanas, o no le sirvió el tratamiento?',
    inflam:
      '¿Empezó antes de los 45 años, con rigidez de más de 30 minutos en la mañana, y mejora al moverse?',
    viscus: '¿Sangre o ardor al orinar, dolor después de comer, o vómito?',
    preg: '¿Podría estar embarazada? ¿Tiene dolor o sangrado cada mes?',
    alcohol_heavy: '¿Alcohol casi a diario o muchas copas de una vez, o marihuana (cannabis)?',
    commercial_driver: '¿Maneja por trabajo?',
    stopping_or_gap: '¿Se saltó días, se le acabó o dejó un relajante muscular?',
    no_contraception: '¿Podría quedar embarazada, sin usar anticonceptivos?',
    planning_pregnancy: '¿Piensa quedar embarazada?',
    spasticity_needed: '¿Necesita la rigidez para pararse, cambiarse de lugar o sentarse?',
    metaxalone_640_switch: '¿Cambia entre metaxalone de 640 mg y otra pastilla de metaxalone?',
    baclofen_concentrate: '¿Es baclofen líquido, y se puede confundir qué tan fuerte es?',
    relaxant_reaction: '¿Alguna vez le cayó mal un relajante muscular?',
  },
};
