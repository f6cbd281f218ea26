import { useId } from 'react';
import type { ReactNode } from 'react';
import './handout.css';
import { BottleCrossed, CarCrossed, Phone, Warning } from './icons';
import { MedicineCard, MedicineTable } from './MedicineTables';
import type { Block, HandoutDocument, HandoutSection, SectionId, Strip } from './model';
import { Qr } from './Qr';
import { Breakable, Runs } from './Runs';

const ICONS: Readonly<Partial<Record<SectionId, () => ReactNode>>> = {
  danger: Warning,
  driving: CarCrossed,
  mix: BottleCrossed,
  sameday: Phone,
};

/** The paper of one handout: the same markup for the preview, for printing the app and for print.html. */
export function HandoutPages({ document: handout }: { readonly document: HandoutDocument }) {
  const { sheets, also, size } = handout;
  const cards = size === 'large' || also !== undefined;
  return (
    <article
      className="paper"
      lang={handout.language}
      dir={handout.direction}
      data-paper={handout.pageSize}
      data-size={size}
      data-columns={cards ? 'one' : 'two'}
    >
      {sheets.map(({ strips, spacing }, index) => (
        <div className="sheet" data-spacing={spacing} key={index}>
          {!handout.approved && <p className="not-reviewed">{handout.notReviewed}</p>}
          {index === 0 && <Opening handout={handout} cards={cards} />}
          {strips.map((strip, position) => (
            <StripView
              key={position}
              strip={strip}
              cards={cards}
              headInTable={spacing === 'dense' && !cards}
            />
          ))}
          {index === sheets.length - 1 && <Ending handout={handout} />}
          <footer className="own-footer">
            <span>
              <Breakable text={handout.footer} />
            </span>
            <span>
              {handout.page.replace('{page}', String(index + 1)).replace('{pages}', String(sheets.length))}
            </span>
          </footer>
        </div>
      ))}
    </article>
  );
}

/** Two languages stand side by side, at a size for two columns; else one above the other. */
const besideOrBelow = ({ size }: HandoutDocument): string => (size === 'large' ? 'below' : 'beside');

function Opening({ handout, cards }: { readonly handout: HandoutDocument; readonly cards: boolean }) {
  const { also } = handout;
  if (also === undefined) return <Masthead handout={handout} cards={cards} />;
  return (
    <div className={besideOrBelow(handout)}>
      <Masthead handout={handout} cards />
      <Masthead handout={also} cards />
    </div>
  );
}

function Ending({ handout }: { readonly handout: HandoutDocument }) {
  const { also } = handout;
  if (also === undefined) return <Foot handout={handout} />;
  return (
    <div className={besideOrBelow(handout)}>
      <Foot handout={handout} />
      <Foot handout={also} />
    </div>
  );
}

/** What could not be checked, and the sources. */
function Foot({ handout }: { readonly handout: Words }) {
  return (
    <div lang={handout.language} dir={handout.direction}>
      {handout.gapsLine !== '' && <p className="gaps">{handout.gapsLine}</p>}
      <p className="source">{handout.sourceLine}</p>
    </div>
  );
}

type Words = Omit<HandoutDocument, 'also' | 'sheets' | 'flows'>;

function Masthead({ handout, cards }: { readonly handout: Words; readonly cards: boolean }) {
  const who = (
    <p>
      {handout.forPatient}{' '}
      {handout.patientName === '' ? (
        <span className="rule" />
      ) : (
        <bdi>
          <strong>{handout.patientName}</strong>
        </bdi>
      )}
      , <span className="born">{handout.bornLine}</span>
    </p>
  );
  const visit = <p>{handout.visitLine}</p>;
  const call = (
    <p className="phones">
      <Phone />
      <Breakable text={handout.callLine} />
    </p>
  );
  const afterHours = (
    <p className="phones">
      <Breakable text={handout.afterHoursLine} />
    </p>
  );
  return (
    <header className="masthead" lang={handout.language} dir={handout.direction}>
      <h1>{handout.title}</h1>
      <div className="who">
        {who}
        {cards ? visit : call}
      </div>
      <div className="who">
        {cards ? call : visit}
        {afterHours}
      </div>
    </header>
  );
}

interface StripProps {
  readonly strip: Strip;
  /** Each medicine is a table of its own: in large print and in half a page there is no room for six columns. */
  readonly cards: boolean;
  /** The heading of the medicines stands in their table. */
  readonly headInTable: boolean;
}

function StripView({ strip: { sections, share }, cards, headInTable }: StripProps) {
  const views = sections.map((section) => (
    <Section
      key={`${section.id}-${section.language ?? ''}`}
      section={section}
      cards={cards}
      headInTable={headInTable && section.id === 'medicine'}
      {...(sections.length === 1 && share !== undefined ? { share } : {})}
    />
  ));
  if (sections.length < 2) return views;
  return (
    <div className={sections[1]?.id === sections[0]?.id ? 'beside' : 'pair'} data-share={share}>
      {views}
    </div>
  );
}

interface SectionProps {
  readonly section: HandoutSection;
  readonly cards: boolean;
  readonly headInTable: boolean;
  readonly share?: number;
}

function Section({ section, cards, headInTable, share }: SectionProps) {
  const Icon = ICONS[section.id];
  const boxed = section.id === 'driving' || section.id === 'mix' || section.id === 'sameday';
  const name = [section.id, ...(boxed ? ['box'] : [])].join(' ');
  // The app may hold the preview and a copy for printing at once: ids must differ.
  const headingId = useId();
  const titled = section.heading !== '';
  const heading = (
    <h2 id={headingId}>
      {Icon !== undefined && <Icon />}
      {section.heading}
    </h2>
  );
  return (
    <section
      className={name}
      lang={section.language}
      dir={section.direction}
      {...(titled ? { 'aria-labelledby': headingId } : {})}
    >
      {section.qr !== undefined && <Qr code={section.qr} />}
      {titled && !headInTable && heading}
      <div className={section.columns.length > 1 ? 'columns' : 'column'} data-share={share}>
        {section.columns.map((blocks, index) => (
          <div key={index}>
            {blocks.map((block, position) => (
              <BlockView key={position} block={block} cards={cards} {...(headInTable ? { heading } : {})} />
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

interface BlockProps {
  readonly block: Block;
  readonly cards: boolean;
  /** Stands in the first cell of the table. */
  readonly heading?: ReactNode;
}

function BlockView({ block, cards, heading }: BlockProps) {
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
      return cards ? (
        block.rows.map((row) => <MedicineCard key={row.drug} head={block.head} row={row} />)
      ) : (
        <MedicineTable head={block.head} rows={block.rows} heading={heading} />
      );
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
