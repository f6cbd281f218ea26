/** A public page to read on, as a picture for a phone. */
export interface QrCode {
  /** The same page stands beside it in words. */
  readonly address: string;
  /** Modules on each side, without the white around them. */
  readonly modules: number;
  /** Each row as a number to the base of 36, whose binary ones are the dark modules. */
  readonly rows: string;
}

/** By language of the paper; made once, and made again by a test to hold them. No address leads to a service that counts readers for us. */
export const QR_CODES: Readonly<Record<string, QrCode>> = {
  en: {
    address: 'https://medlineplus.gov/backpain.html',
    modules: 29,
    rows: '8tkebj 4irept 6gh2l9 6gnb6l 6g98pp 4j9d8h 8tz2pr ykg 5848m8 2ex13d 3yx0m6 7n2cs6 43xrd7 1a88e8 5sl58f gpcqy 4dcjgi 1zbdnt 686ayb qfdqb 6do4j8 r4t3 8t9hea 4j18nw 6gehv7 6h3j3y 6gk8f1 4it75u 8tvhuy',
  },
  es: {
    address: 'https://medlineplus.gov/spanish/backpain.html',
    modules: 33,
    rows: '3wyd5dr 208agqp 2vew7dp 2vf0c4d 2vgx6cd 20id6pt 3xbl6yn 70n4 2bmxxgg 1o0qiub 2zqrved 9tkday 2yfdrk9 1dssva3 1rutaeu 3q5c7s2 2giwpxu 35mkxbe 1nqe7wn fm0nz7 1849xj7 berl57 36i5x55 1se7p0p 2e6w16a gpul5 3x5ncrg 20lp34i 2vhixa2 2vqrwba 2vh1ixl 20aofr4 3xcbjv6',
  },
};
