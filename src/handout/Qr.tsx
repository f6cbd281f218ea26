import type { QrCode } from './content/qr';

/** White around a code, without which phones do not see it. */
const QUIET = 4;

/** Dark modules as one path. Decoration to a screen reader: the address stands beside it in words. */
export function Qr({ code: { modules, rows } }: { readonly code: QrCode }) {
  const side = modules + 2 * QUIET;
  const path = rows
    .split(' ')
    .flatMap((row, y) =>
      bits(row, modules).flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
    );
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} aria-hidden="true" focusable="false">
      <path d={path.join('')} shapeRendering="crispEdges" />
    </svg>
  );
}

/** A row has up to 33 modules: more than bitwise operators hold, fewer than a number does. */
const bits = (row: string, modules: number): readonly boolean[] =>
  Array.from(parseInt(row, 36).toString(2).padStart(modules, '0'), (bit) => bit === '1');
