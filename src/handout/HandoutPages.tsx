import { Fragment, useId } from 'react';
import type { ReactNode } from 'react';
import './handout.css';
import { BottleCrossed, CarCrossed, Moon, Phone, Sun, Warning } from './icons';
import type {
  Block,
  HandoutDocument,
  HandoutSection,
  MedicineHead,
  MedicineRow,
  Run,
  SectionId,
} from './model';

const ICONS: Readonly<Partial<Record<SectionId, () => ReactNode>>> = {
  danger: Warning,
  driving: CarCrossed,
  mix: BottleCrossed,
  sameday: Phone,
};

/** The paper of one handout: the same markup for the preview, for printing the app and for print.html. */
export function HandoutPages({ document: handout }: { readonly document: HandoutDocument }) {
  const pages = ([1, 2] as const).map((page) => handout.sections.filter((section) => section.page === page));
  return (
    <article className="paper" lang={handout.language} dir={handout.direction} data-size={handout.pageSize}>
      {pages.map((sections, index) => (
        <div
          className={['sheet', ...(index === 1 && !handout.flows ? ['new-page'] : [])].join(' ')}
          data-spacing={handout.spacing[index]}
          key={index === 0 ? 'one' : 'two'}
        >
          {!handout.approved && <p className="not-reviewed">{handout.notReviewed}</p>}
          {index === 0 && <Masthead handout={handout} />}
          {paired(sections).map((group) => (
            <Fragment key={group[0]?.id}>
              {group.length > 1 ? (
                <div className="pair">
                  {group.map((section) => (
                    <Section key={section.id} section={section} />
                  ))}
                </div>
              ) : (
                group.map((section) => <Section key={section.id} section={section} />)
              )}
            </Fragment>
          ))}
          {index === 1 && (
            <>
              {handout.gapsLine !== '' && <p className="gaps">{handout.gapsLine}</p>}
              <p className="source">{handout.sourceLine}</p>
            </>
          )}
          <footer className="own-footer">
            <span>{handout.footer}</span>
            <span>{handout.page.replace('{page}', String(index + 1)).replace('{pages}', '2')}</span>
          </footer>
        </div>
      ))}
    </article>
  );
}

/** Driving and "do not mix" stand side by side. */
function paired(sections: readonly HandoutSection[]): readonly (readonly HandoutSection[])[] {
  const groups: HandoutSection[][] = [];
  for (const section of sections) {
    const before = groups.at(-1);
    if (section.id === 'mix' && before?.[0]?.id === 'driving') before.push(section);
    else groups.push([section]);
  }
  return groups;
}

function Masthead({ handout }: { readonly handout: HandoutDocument }) {
  return (
    <header className="masthead">
      <h1>{handout.title}</h1>
      <div className="who">
        <p>
          {handout.forPatient}{' '}
          {handout.patientName === '' ? (
            <span className="rule" />
          ) : (
            <bdi>
              <strong>{handout.patientName}</strong>
            </bdi>
          )}{' '}
          <span className="born">· {handout.bornLine}</span>
          <br />
          {handout.visitLine}
        </p>
        <p className="phones">
          <Phone />
          {handout.callLine}
          <br />
          {handout.afterHoursLine}
        </p>
      </div>
    </header>
  );
}

function Section({ section }: { readonly section: HandoutSection }) {
  const Icon = ICONS[section.id];
  const boxed = section.id === 'driving' || section.id === 'mix' || section.id === 'sameday';
  const name = [section.id, ...(boxed ? ['box'] : [])].join(' ');
  // The app may hold the preview and a copy for printing at once: ids must differ.
  const headingId = useId();
  const titled = section.heading !== '';
  return (
    <section className={name} {...(titled ? { 'aria-labelledby': headingId } : {})}>
      {titled && (
        <h2 id={headingId}>
          {Icon !== undefined && <Icon />}
          {section.heading}
        </h2>
      )}
      <div className={section.columns.length > 1 ? 'columns' : 'column'}>
        {section.columns.map((blocks, index) => (
          <div key={index}>
            {blocks.map((block, position) => (
              <BlockView key={position} block={block} />
            ))}
          </div>
        ))}
      </div>
      {section.closing !== undefined && (
        <p className="closing">
          <Runs runs={section.closing} />
        </p>
      )}
    </section>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'blank':
      return (
        <p className="blank">
          {block.label !== '' && <strong>{block.label}</strong>} <span className="rule" />
        </p>
      );
    case 'medicines':
      return <MedicineTable head={block.head} rows={block.rows} />;
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Runs runs={item} />
        </li>
      ));
      return block.marker === 'number' ? <ol>{items}</ol> : <ul className={block.marker}>{items}</ul>;
    }
  }
}

function MedicineTable({
  head,
  rows,
}: {
  readonly head: MedicineHead;
  readonly rows: readonly MedicineRow[];
}) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head.medicine}</th>
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
              <bdi>{row.name}</bdi>
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

/** A number to call must not break at the end of a line. */
const PHONE = /^[\d\s()+-]{5,}$/;

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => {
    const words =
      run.isolate === true ? (
        <bdi {...(PHONE.test(run.text) ? { className: 'tel' } : {})}>{run.text}</bdi>
      ) : (
        run.text
      );
    return run.strong === true ? (
      <strong key={index}>{words}</strong>
    ) : (
      <Fragment key={index}>{words}</Fragment>
    );
  });
}
