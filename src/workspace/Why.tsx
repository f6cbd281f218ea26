import type { ReactElement } from 'react';
import { basisOf } from '../knowledge/cautions/basis';
import { DRIVING_RULES } from '../knowledge/driving';
import { DRIVING_WORDS } from '../knowledge/driving-words';
import { redFlagBasisOf } from '../knowledge/red-flags/basis';
import { shownDate } from '../review/evidence-date';
import { ownDirection } from '../review/own-direction';
import { partnersOf } from '../review/partners';
import type { RedFlagRule } from '../knowledge/rule';
import type { Item, ItemHit, MissingLine, RedFlagItem } from '../review/presentation';
import { latestStart } from '../review/ranking';
import { siteReason } from '../review/site-reason';
import type { CautionHit, RelaxantReview } from '../review/types';
import { BasisList, EvidenceList, MissingList, WhyBox } from './EvidenceList';
import { SEVERITY_WORDS, chartDay, plural } from './words';

interface RulePart {
  readonly hit: CautionHit;
  readonly relaxants: readonly string[];
  /** Since when each relaxant and its newest partner are both on the list. */
  readonly together: readonly string[];
}

/** One rule can touch several relaxants; it is explained once. */
function byRule(item: Item): RulePart[] {
  const rules = new Map<string, RulePart>();
  for (const { hit, relaxant } of item.hits) {
    const before = rules.get(hit.rule.id);
    rules.set(hit.rule.id, {
      hit:
        before === undefined ? hit : { ...before.hit, evidence: [...before.hit.evidence, ...hit.evidence] },
      relaxants: [...(before?.relaxants ?? []), relaxant.name],
      together: [...(before?.together ?? []), ...togetherOf({ hit, relaxant })],
    });
  }
  return [...rules.values()];
}

function togetherOf(part: ItemHit): string[] {
  const partners = partnersOf([part]);
  if (partners.length === 0) return [];
  const names = `${part.relaxant.name} and ${partners.map(({ name }) => ownDirection(name)).join(', ')}`;
  const since = latestStart(part);
  return [
    since === undefined
      ? `${names}: since when together is not in the chart.`
      : `${names}: together since ${shownDate(since)}.`,
  ];
}

/** Why an item is shown: per rule the reason, what to consider, the chart entries, what is missing, and the basis. */
export function WhyItem({ item }: { readonly item: Item }): ReactElement {
  return (
    <WhyBox>
      {byRule(item).map(({ hit, relaxants, together }) => (
        <section key={hit.rule.id}>
          <h4>
            {SEVERITY_WORDS[hit.severity]}
            {hit.escalated ? ' (raised for this patient)' : ''}: {hit.rule.title}
          </h4>
          <p>{basisOf(hit.rule.id)?.clinician ?? hit.rule.short}</p>
          <p>{hit.rule.consider}</p>
          {hit.bySite === undefined ? null : (
            <p>
              Shown in this rank by this site; usually {SEVERITY_WORDS[hit.bySite.usual].toLowerCase()}:{' '}
              {siteReason(hit.bySite)}.
            </p>
          )}
          <p>Concerns {relaxants.join(', ')}.</p>
          {together.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <EvidenceList evidence={hit.evidence} />
          <MissingList missing={hit.escalationMissing} />
          <BasisList rules={[hit.rule]} sources={basisOf(hit.rule.id)?.sources ?? []} />
        </section>
      ))}
      <MissingList missing={item.missing.filter(({ key }) => !missingOfParts(item).has(key))} />
    </WhyBox>
  );
}

/** Said beside its rule; the rest of what feeds the item comes last. */
const missingOfParts = ({ hits }: Item): ReadonlySet<string> =>
  new Set(hits.flatMap(({ hit }) => hit.escalationMissing.map(({ key }) => key)));

/** A source may name the finding without the days within which it counts. */
function hasChosenWindow({ basis, limbs }: RedFlagRule): boolean {
  return (
    basis !== 'working-definition' &&
    limbs.some((limb) => 'bands' in limb && limb.bands.some(({ origin }) => origin === 'working-definition'))
  );
}

export function WhyRedFlag({ flag }: { readonly flag: RedFlagItem }): ReactElement {
  return (
    <WhyBox>
      {flag.hits.map(({ rule, evidence }) => (
        <section key={rule.id}>
          <h4>{rule.title}</h4>
          <p>{redFlagBasisOf(rule.id)?.clinician ?? rule.short}</p>
          <p>{rule.consider}</p>
          {hasChosenWindow(rule) ? (
            <p>How far back an entry counts is in part a working definition: BackSafe chose it.</p>
          ) : null}
          <EvidenceList evidence={evidence} />
          <BasisList rules={[rule]} sources={redFlagBasisOf(rule.id)?.sources ?? []} />
        </section>
      ))}
    </WhyBox>
  );
}

/** How a medicine was read: its orders, its driving advice, and what applies to every patient on it. */
export function WhyMedicine({ relaxant }: { readonly relaxant: RelaxantReview }): ReactElement {
  const { driving } = relaxant;
  const rule = DRIVING_RULES.find((one) => one.drug === relaxant.drug);
  const inline = relaxant.cautions.filter((hit) => hit.rule.start === 'inline');
  const raised = driving.tier !== driving.base;
  return (
    <WhyBox>
      <section>
        <h4>{plural(relaxant.orders.length, 'order')} in the chart</h4>
        <ul>
          {relaxant.orders.map((order) => (
            <li key={order.reference}>
              <q>{order.text}</q> · {order.status}
              {order.authoredOn === undefined
                ? ' · no date'
                : ` · ordered ${chartDay(order.authoredOn.text)}`}
              {order.requester === undefined ? '' : ` · ${ownDirection(order.requester)}`} · matched by{' '}
              {relaxant.matchedBy} · {order.reference}
              {order.dosages.map((dosage) => (
                <div key={dosage.text}>
                  <q>{dosage.text}</q>
                  {dosage.orderText === undefined ? null : (
                    <>
                      {' '}
                      · also written <q>{dosage.orderText}</q>
                    </>
                  )}
                </div>
              ))}
            </li>
          ))}
        </ul>
        {relaxant.dailyDoseMg === undefined ? null : <p>Daily dose as read: {relaxant.dailyDoseMg} mg.</p>}
        {relaxant.durationDays === undefined ? null : (
          <p>Duration as read: {plural(relaxant.durationDays, 'day')}.</p>
        )}
      </section>
      <section>
        <h4>
          Driving: {DRIVING_WORDS[driving.tier].word.toLowerCase()}
          {raised ? `, raised from ${DRIVING_WORDS[driving.base].word.toLowerCase()}` : ''}
        </h4>
        <p>{DRIVING_WORDS[driving.tier].tooltip}</p>
        {rule === undefined ? null : <p>{rule.clinician}</p>}
        <EvidenceList evidence={driving.raisedBy} />
        <MissingList missing={driving.notChecked} />
        {rule === undefined ? null : <BasisList rules={[]} sources={rule.sources} />}
      </section>
      {inline.map((hit) => (
        <section key={hit.rule.id}>
          <h4>{hit.rule.title}</h4>
          <p>{basisOf(hit.rule.id)?.clinician ?? hit.rule.short}</p>
          <EvidenceList evidence={hit.evidence} />
          <BasisList rules={[hit.rule]} sources={basisOf(hit.rule.id)?.sources ?? []} />
        </section>
      ))}
    </WhyBox>
  );
}

/** Which checks wait for each missing thing. */
export function WhyNotChecked({ lines }: { readonly lines: readonly MissingLine[] }): ReactElement {
  return (
    <WhyBox>
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            {line.text}
            {line.hides === undefined
              ? ''
              : `: a ${SEVERITY_WORDS[line.hides].toLowerCase()} finding could be hidden`}
            {line.rules.length === 0 ? '' : ` (${line.rules.join(', ')})`}
          </li>
        ))}
      </ul>
    </WhyBox>
  );
}
