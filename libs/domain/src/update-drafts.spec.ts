import fc from 'fast-check';
import { DRAFT_TEXT } from '@followthrough/contracts';
import { checkDraft, draftToGoOnWith } from './update-drafts';

const draft = fc.record({ said: fc.dictionary(fc.constantFrom('status', 'narrative', 'evidence'), fc.oneof(fc.string(), fc.array(fc.string()))), typedAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }).map((at) => at.toISOString()) });
const nothing = fc.constant(null);

describe('the draft to go on with', () => {
  it('is the newer of two, and the other is lost only where it says the same', () => {
    fc.assert(
      fc.property(fc.option(draft), fc.option(draft), (device, server) => {
        const found = draftToGoOnWith(device, server);
        const all = [device, server].filter((one) => one !== null);
        expect(found === null).toBe(all.length === 0);
        if (!found) return;
        for (const one of all) expect(found.draft.typedAt >= one.typedAt).toBe(true);
        // Whatever was typed is either gone on with or offered.
        const said = [found.draft, found.other].flatMap((one) => (one ? [JSON.stringify(Object.entries(one.said).sort())] : []));
        for (const one of all) expect(said).toContain(JSON.stringify(Object.entries(one.said).sort()));
      }),
    );
  });

  it('is the device’s own where both keep the same, whatever the order of its fields', () => {
    const typedAt = '2026-11-20T10:00:00.000Z';
    expect(draftToGoOnWith({ said: { status: 'on_track', narrative: 'Both in post' }, typedAt }, { said: { narrative: 'Both in post', status: 'on_track' }, typedAt: '2026-11-20T10:00:00.001Z' })).toMatchObject({ from: 'device', other: null });
  });

  it('comes from the only place that has one', () => {
    fc.assert(fc.property(draft, nothing, (one, none) => {
      expect(draftToGoOnWith(one, none)).toEqual({ draft: one, from: 'device', other: null });
      expect(draftToGoOnWith(none, one)).toEqual({ draft: one, from: 'server', other: null });
    }));
  });
});

describe('what the server keeps of a form', () => {
  it.each([['a list', []], ['a text', 'x'], ['nothing', null], ['a whole book', { narrative: 'x'.repeat(DRAFT_TEXT) }]])('is not %s', (_, said) => {
    expect(checkDraft(said)).toMatchObject([{ field: 'said' }]);
  });

  it('is half of a report', () => {
    expect(checkDraft({ status: '', narrative: 'Second post out to ad', forecastOn: '30/04' })).toEqual([]);
  });
});
