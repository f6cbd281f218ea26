import type { WrittenCautionRule } from '../rule';
import { ANY_RELAXANT_ALLERGY_RULES } from './any-relaxant-allergy';
import { ANY_RELAXANT_CONDITIONS_RULES } from './any-relaxant-conditions';
import { ANY_RELAXANT_DOSE_RULES } from './any-relaxant-dose';
import { ANY_RELAXANT_DRIVING_RULES } from './any-relaxant-driving';
import { ANY_RELAXANT_FIT_RULES } from './any-relaxant-fit';
import { ANY_RELAXANT_OLDER_ADULTS_RULES } from './any-relaxant-older-adults';
import { ANY_RELAXANT_PREGNANCY_RULES } from './any-relaxant-pregnancy';
import { ANY_RELAXANT_SEDATION_RULES } from './any-relaxant-sedation';
import { BACLOFEN_RULES } from './baclofen';
import { CARISOPRODOL_RULES } from './carisoprodol';
import { CHLORZOXAZONE_RULES } from './chlorzoxazone';
import { CYCLOBENZAPRINE_RULES } from './cyclobenzaprine';
import { DANTROLENE_RULES } from './dantrolene';
import { DIAZEPAM_RULES } from './diazepam';
import { METAXALONE_RULES } from './metaxalone';
import { METHOCARBAMOL_RULES } from './methocarbamol';
import { ORPHENADRINE_RULES } from './orphenadrine';
import { ORPHENADRINE_ASPIRIN_RULES } from './orphenadrine-aspirin';
import { OUTSIDE_US_RULES } from './outside-us';
import { TIZANIDINE_RULES } from './tizanidine';

/** Every shipped caution rule with its basis, in reading order. */
export const WRITTEN_CAUTION_RULES: readonly WrittenCautionRule[] = [
  ...ANY_RELAXANT_ALLERGY_RULES,
  ...ANY_RELAXANT_SEDATION_RULES,
  ...ANY_RELAXANT_OLDER_ADULTS_RULES,
  ...ANY_RELAXANT_DOSE_RULES,
  ...ANY_RELAXANT_FIT_RULES,
  ...ANY_RELAXANT_PREGNANCY_RULES,
  ...ANY_RELAXANT_DRIVING_RULES,
  ...ANY_RELAXANT_CONDITIONS_RULES,
  ...TIZANIDINE_RULES,
  ...CYCLOBENZAPRINE_RULES,
  ...CARISOPRODOL_RULES,
  ...CHLORZOXAZONE_RULES,
  ...METAXALONE_RULES,
  ...METHOCARBAMOL_RULES,
  ...ORPHENADRINE_RULES,
  ...ORPHENADRINE_ASPIRIN_RULES,
  ...BACLOFEN_RULES,
  ...DANTROLENE_RULES,
  ...DIAZEPAM_RULES,
  ...OUTSIDE_US_RULES,
];
