import type { ReactNode } from 'react';
import { Moon, Sun } from './icons';
import type { MedicineHead, MedicineRow } from './model';
import { Breakable, Runs } from './Runs';

/** All medicines in one table. */
export function MedicineTable({
  head,
  rows,
  heading,
}: {
  readonly head: MedicineHead;
  readonly rows: readonly MedicineRow[];
  readonly heading: ReactNode;
}) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{heading ?? head.medicine}</th>
          <th scope="col">
            <Sun />
            {head.morning}
          </th>
          <th scope="col">{head.noon}</th>
          <th scope="col">{head.evening}</th>
          <th scope="col">
            <Moon />
            {head.bedtime}
          </th>
          <th scope="col">{head.lastDay}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.drug}>
            <th scope="row">
              <bdi>
                <Breakable text={row.name} />
              </bdi>
              <span className="purpose">{row.purpose}</span>
            </th>
            {typeof row.times === 'string' ? (
              <td colSpan={4} className="sentence">
                <Runs runs={row.sentence ?? [{ text: row.times }]} />
              </td>
            ) : (
              row.times.map((cell, index) => (
                <td key={index} className="time">
                  {cell}
                </td>
              ))
            )}
            <td className="last-day">{row.lastDay === '' ? <span className="rule" /> : row.lastDay}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One medicine with its times below its name. */
export function MedicineCard({ head, row }: { readonly head: MedicineHead; readonly row: MedicineRow }) {
  return (
    <table className="card">
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={4}>
            <bdi>
              <Breakable text={row.name} />
            </bdi>
            <span className="purpose">{row.purpose}</span>
          </th>
        </tr>
        {typeof row.times === 'string' ? (
          <tr>
            <td colSpan={4} className="sentence">
              <Runs runs={row.sentence ?? [{ text: row.times }]} />
            </td>
          </tr>
        ) : (
          <>
            <tr className="times">
              {[head.morning, head.noon, head.evening, head.bedtime].map((time) => (
                <th scope="col" key={time}>
                  {time}
                </th>
              ))}
            </tr>
            <tr>
              {row.times.map((cell, index) => (
                <td key={index} className="time">
                  {cell}
                </td>
              ))}
            </tr>
          </>
        )}
        <tr>
          <td colSpan={4} className="sentence">
            {head.lastDay}: {row.lastDay === '' ? <span className="rule" /> : <strong>{row.lastDay}</strong>}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
