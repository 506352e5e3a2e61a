import { deliveryAspects, type Verdict, verdicts } from '@followthrough/contracts';
import fc from 'fast-check';
import { counted, deliverabilityOf, type Read, rolledUp, worstFirst } from './deliverability';

const read: fc.Arbitrary<Read> = fc.record({ verdict: fc.constantFrom(...verdicts), reason: fc.string({ minLength: 1 }) });
const three = fc.record({ capacity: read, capability: read, commitment: read });

describe('deliverability', () => {
  it('is the worst of the three with its reason', () => {
    const all = { commitment: { verdict: 'red', reason: 'No sponsor is named' }, capability: { verdict: 'amber', reason: 'One person alone can do it' }, capacity: { verdict: 'green', reason: 'It fits' } } as const;
    expect(deliverabilityOf(all)).toMatchObject({ verdict: 'red', reason: 'No sponsor is named', aspects: [{ aspect: 'capacity' }, { aspect: 'capability' }, { aspect: 'commitment' }] });
    expect(worstFirst).toEqual(['red', 'amber', 'unknown', 'green']);
  });

  it('is green only where all three are, and what is not known is never green', () => {
    fc.assert(
      fc.property(three, (all) => {
        const { verdict, reason, aspects } = deliverabilityOf(all);
        const said = deliveryAspects.map((aspect) => all[aspect].verdict);
        expect(verdict === 'green').toBe(said.every((one) => one === 'green'));
        expect(verdict === 'red').toBe(said.includes('red'));
        expect(aspects.some((one) => one.verdict === verdict && one.reason === reason)).toBe(true);
      }),
    );
  });

  it('of many is the worst of each aspect, with how many are as bad, and counts that add up', () => {
    const one = (capacity: Verdict) => deliverabilityOf({ capacity: { verdict: capacity, reason: 'Why' }, capability: { verdict: 'green', reason: 'Fine' }, commitment: { verdict: 'unknown', reason: 'No promise is recorded' } });
    expect(rolledUp([one('green'), one('red'), one('red')])).toMatchObject({ verdict: 'red', aspects: [{ reason: '2 of 3 actions, such as: Why' }, { verdict: 'green', reason: 'Fine' }, { reason: '3 of 3 actions, such as: No promise is recorded' }] });
    expect(rolledUp([one('red')]).reason).toBe('Why');
    expect(rolledUp([])).toMatchObject({ verdict: 'unknown', reason: 'No action is open' });
    fc.assert(
      fc.property(fc.array(three.map(deliverabilityOf)), (all) => {
        const counts = counted(all);
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(all.length);
        expect(rolledUp(all).verdict).toBe(all.length === 0 ? 'unknown' : worstFirst.find((verdict) => counts[verdict] > 0));
      }),
    );
  });
});
