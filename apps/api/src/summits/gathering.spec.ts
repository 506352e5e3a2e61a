import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { openStage, type Stage } from '../testing/stage';

const { add, edit, page, open, close, publish, addOutcome, editOutcome, makeAction, unlink } = routes.summits;

/** A summit before, during and after: states, agenda, who is asked and who was there, and the record that stays. */
describe('a summit', () => {
  let stage: Stage;
  let lead: Caller;
  let council: string;
  let trust: string;
  let planId: string;
  let findingId: string;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    council = (await lead.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } })).id;
    trust = (await lead.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } })).id;
    planId = (await lead.ask(routes.plans.add, { body: { title: 'Winter plan' } })).id;
    const { items } = await lead.ask(routes.frameworks.list);
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: items[2]?.id ?? '', title: 'System review' } });
    findingId = (await lead.ask(routes.findings.add, { body: { reviewId: review.id, ref: '2.1', quotation: 'People waited too long to go home.', kind: 'challenge', force: 'must', themes: [] } })).id;
  });
  afterAll(() => stage.close());

  const aSummit = () => lead.ask(add, { body: { title: 'Leaders’ summit', heldOn: '2026-05-12', startsAt: '09:30', place: 'Town Hall', purpose: 'To agree why people wait.' } });
  const item = async (id: string, title: string, minutes = 30) => lead.ask(routes.agenda.add, { params: { id }, body: { title, minutes, findingIds: [findingId] } });

  describe('before', () => {
    it('has an agenda in an order that can be changed as a whole', async () => {
      const { id } = await aSummit();
      await item(id, 'Welcome', 10);
      await item(id, 'Why people wait', 60);
      const { agenda } = await item(id, 'What we will do', 45);
      expect(agenda.map((one) => [one.title, one.minutes, one.findings.length])).toEqual([['Welcome', 10, 1], ['Why people wait', 60, 1], ['What we will do', 45, 1]]);
      const [first = '', second = '', third = ''] = agenda.map((one) => one.id);
      const ordered = await lead.ask(routes.agenda.order, { params: { id }, body: { ids: [third, first, second] } });
      expect(ordered.agenda.map((one) => one.title)).toEqual(['What we will do', 'Welcome', 'Why people wait']);
      for (const ids of [[first, second], [first, second, second], [first, second, id]]) expect((await lead.try(routes.agenda.order, { params: { id }, body: { ids } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'ids' }] });
      const changed = await lead.ask(routes.agenda.edit, { params: { id: first }, body: { minutes: 15, removeFindings: [findingId], version: 2 } });
      expect(changed.agenda[1]).toMatchObject({ title: 'Welcome', minutes: 15, findings: [] });
      expect((await lead.ask(routes.agenda.remove, { params: { id: first } })).agenda.map((one) => one.title)).toEqual(['What we will do', 'Why people wait']);
      expect((await item(id, 'Close')).agenda.at(-1)?.title).toBe('Close');
    });

    it('mails a calendar invitation to whoever has not been told how it now is, and takes it back', async () => {
      const { id, version } = await aSummit();
      await item(id, 'Why people wait', 60);
      const named = (name: string, email: string | null) => lead.ask(routes.people.add, { body: { name, email } });
      const morgan = await named('Morgan Reed', 'morgan@people.example');
      const silent = await named('Sam Post', null);
      await lead.ask(routes.invitees.invite, { params: { id }, body: { personIds: [morgan.id, silent.id, morgan.id] } });
      expect(await lead.ask(routes.invitees.send, { params: { id }, body: { version } })).toEqual({ sent: 1, withoutEmail: 1 });
      expect(await lead.ask(routes.invitees.send, { params: { id }, body: { version } })).toEqual({ sent: 0, withoutEmail: 1 });
      expect(await mails()).toMatchObject([{ subject: 'Leaders’ summit, Northmoor', calendar_method: 'REQUEST' }]);
      const [first] = await mails();
      expect(first?.body).toContain('Tuesday, 12 May 2026, 09:30 (1 h)\nTown Hall');
      expect(first?.calendar).toMatch(new RegExp(`^BEGIN:VCALENDAR\r\n[^]*UID:${id}@localhost\r\nSEQUENCE:0\r\n[^]*DTSTART:20260512T083000Z\r\nDTEND:20260512T093000Z\r\n`));

      // A new purpose tells nobody anything their calendar holds; a new hour does.
      const after = await lead.ask(edit, { params: { id }, body: { purpose: 'To agree.', version } });
      expect(after.invitees.find((one) => one.name === 'Morgan Reed')).toMatchObject({ isTold: true, answer: null });
      const moved = await lead.ask(edit, { params: { id }, body: { startsAt: '10:00', version: after.version } });
      expect(moved.invitees.find((one) => one.name === 'Morgan Reed')).toMatchObject({ isTold: false });
      await lead.ask(routes.invitees.send, { params: { id }, body: { version: moved.version } });
      expect((await mails())[1]).toMatchObject({ subject: 'Changed: Leaders’ summit, Northmoor', calendar: expect.stringContaining('SEQUENCE:1\r\n') });
      const invitee = moved.invitees.find((one) => one.name === 'Morgan Reed')?.id ?? '';
      expect((await lead.ask(routes.invitees.remove, { params: { id: invitee } })).invitees.map((one) => one.name)).toEqual(['Sam Post']);
      expect((await mails())[2]).toMatchObject({ subject: 'Cancelled: Leaders’ summit, Northmoor', calendar_method: 'CANCEL', calendar: expect.stringContaining('SEQUENCE:2\r\n') });
    });

    const mails = async () => (await stage.owner.query<{ subject: string; body: string; calendar_method: string; calendar: string }>(`select subject, body, calendar_method, calendar from kernel.outbox where recipient = 'morgan@people.example' order by id`)).rows;

    it('lets whoever is asked say whether they come, and nobody else', async () => {
      const { id } = await aSummit();
      const executive = await stage.person(['executive']);
      expect((await executive.try(routes.invitees.answer, { params: { id }, body: { answer: 'coming' } })).problem.code).toBe('not_found');
      const { invitees } = await lead.ask(routes.invitees.invite, { params: { id }, body: { personIds: [executive.personId ?? ''] } });
      expect((await executive.ask(routes.invitees.answer, { params: { id }, body: { answer: 'coming' } })).invitees).toMatchObject([{ answer: 'coming', isMe: true }]);
      expect((await lead.ask(routes.invitees.note, { params: { id: invitees[0]?.id ?? '' }, body: { answer: 'not_coming' } })).invitees).toMatchObject([{ answer: 'not_coming', isMe: false }]);
      expect((await executive.try(routes.invitees.note, { params: { id: invitees[0]?.id ?? '' }, body: { answer: 'coming' } })).problem.code).toBe('not_permitted');
    });

    it('gives a calendar file to whoever wants one', async () => {
      const { id } = await aSummit();
      const { bytes, headers } = await (await stage.person(['expert'])).try(routes.invitees.calendar, { params: { id } });
      expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(bytes.toString()).toContain('METHOD:PUBLISH\r\n');
      expect(bytes.toString()).not.toContain('ATTENDEE');
    });

    it('has materials: files and links, one of the two each', async () => {
      const { id } = await aSummit();
      const file = await lead.ask(routes.files.attach, { file: { name: 'The review.pdf', content: Buffer.from('%PDF-1.7') } });
      await lead.ask(routes.materials.add, { params: { id }, body: { title: 'The review', fileId: file.id } });
      const { materials } = await lead.ask(routes.materials.add, { params: { id }, body: { title: 'What others did', url: 'https://example.org/a' } });
      expect(materials).toMatchObject([{ title: 'The review', file: { name: 'The review.pdf', size: 8 }, url: null }, { title: 'What others did', file: null, url: 'https://example.org/a' }]);
      const refused = async (body: object) => (await lead.try(routes.materials.add, { params: { id }, body: { title: 'X', ...body } })).problem;
      expect(await refused({})).toMatchObject({ code: 'rule', fields: [{ field: 'url' }] });
      expect(await refused({ url: 'https://example.org', fileId: file.id })).toMatchObject({ code: 'rule' });
      expect(await refused({ url: 'javascript:alert(1)' })).toMatchObject({ code: 'bad_input', fields: [{ field: 'url' }] });
      expect(await refused({ fileId: id })).toMatchObject({ code: 'rule', fields: [{ field: 'fileId' }] });
      expect((await lead.ask(routes.materials.remove, { params: { id: materials[0]?.id ?? '' } })).materials).toHaveLength(1);
    });
  });

  describe('during', () => {
    it('is opened, and its items are begun one after the other; outcomes are recorded under them', async () => {
      const { id, version } = await aSummit();
      const { agenda } = await item(id, 'Why people wait');
      const itemId = agenda[0]?.id ?? '';
      expect((await lead.try(routes.agenda.begin, { params: { id: itemId } })).problem).toMatchObject({ code: 'rule' });
      expect(await lead.ask(open, { params: { id }, body: { version } })).toMatchObject({ state: 'open', closedAt: null });
      expect((await lead.ask(routes.agenda.begin, { params: { id: itemId } })).agenda[0]?.begunAt).not.toBeNull();
      const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: { agreedOn: '2026-05-12', kind: 'commitment', text: 'Beds are found the same day', agendaItemId: itemId, findingIds: [findingId], organisationIds: [trust] } });
      expect(outcomes[0]).toMatchObject({ agendaItemId: itemId, organisation: 'Moor Valley NHS FT', findings: [{ id: findingId }] });
      expect((await lead.try(routes.agenda.remove, { params: { id: itemId } })).problem.code).toBe('in_use');
      const { id: other } = await aSummit();
      expect((await lead.try(addOutcome, { params: { id: other }, body: { agreedOn: '2026-05-12', kind: 'decision', text: 'Elsewhere', agendaItemId: itemId, organisationIds: [trust] } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'agendaItemId' }] });
    });

    it('asks whose commitment it is when several agreed', async () => {
      const { id } = await aSummit();
      const body = { agreedOn: '2026-05-12', kind: 'commitment' as const, text: 'Together', organisationIds: [trust, council] };
      expect((await lead.try(addOutcome, { params: { id }, body })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'organisationId' }] });
      const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: { ...body, organisationId: council } });
      const made = await lead.ask(makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId } });
      const action = await lead.ask(routes.actions.page, { params: { id: made.outcomes[0]?.actions[0]?.id ?? '' } });
      expect(action).toMatchObject({ organisationName: 'Northmoor Council', contributing: [{ name: 'Moor Valley NHS FT' }] });
    });

    it('notes which organisations were there', async () => {
      const { id } = await aSummit();
      await lead.ask(routes.attendance.note, { params: { id, organisation: trust }, body: { people: 2, names: 'Chief executive, chief nurse' } });
      expect((await lead.ask(routes.attendance.note, { params: { id, organisation: trust }, body: { people: 3 } })).attendance).toEqual([{ organisationId: trust, organisation: 'Moor Valley NHS FT', people: 3, names: null }]);
      expect((await lead.ask(routes.attendance.remove, { params: { id, organisation: trust } })).attendance).toEqual([]);
      expect((await lead.try(routes.attendance.remove, { params: { id, organisation: trust } })).problem.code).toBe('not_found');
    });
  });

  describe('after', () => {
    it('is published once every outcome has an action or a reason why none, and then stays as it is', async () => {
      const { id, version } = await aSummit();
      const { agenda } = await item(id, 'Why people wait');
      await lead.ask(routes.attendance.note, { params: { id, organisation: trust }, body: { people: 1 } });
      await lead.ask(addOutcome, { params: { id }, body: { agreedOn: '2026-05-12', kind: 'quick_win', text: 'One number to ring', findingIds: [findingId], organisationIds: [trust] } });
      const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: { agreedOn: '2026-05-12', kind: 'decision', text: 'We will meet again', organisationIds: [council] } });
      const [first = '', second = ''] = outcomes.map((one) => one.id);
      expect((await lead.try(publish, { params: { id }, body: { version } })).problem).toMatchObject({ status: 422, detail: 'Close the summit before publishing its record.' });
      const closed = await lead.ask(close, { params: { id }, body: { version } });
      expect((await lead.try(publish, { params: { id }, body: { version } })).problem).toMatchObject({ code: 'stale' });
      const again = await lead.ask(open, { params: { id }, body: { version: closed.version } });
      const over = await lead.ask(close, { params: { id }, body: { version: again.version } });
      expect((await lead.try(publish, { params: { id }, body: { version: over.version } })).problem.detail).toBe('2 outcomes have no action and no reason why none.');
      const made = await lead.ask(makeAction, { params: { id: first }, body: { planId } });
      await lead.ask(editOutcome, { params: { id: second }, body: { noAction: 'The date is set already', version: 1 } });
      const published = await lead.ask(publish, { params: { id }, body: { version: over.version } });
      expect(published).toMatchObject({ state: 'published', publishedAt: expect.any(String) });

      const action = made.outcomes.find((one) => one.id === first)?.actions[0]?.id ?? '';
      const tries = [
        lead.try(edit, { params: { id }, body: { title: 'Another', version: published.version } }),
        lead.try(open, { params: { id }, body: { version: published.version } }),
        lead.try(addOutcome, { params: { id }, body: { agreedOn: '2026-05-12', kind: 'decision', text: 'Late', organisationIds: [trust] } }),
        lead.try(editOutcome, { params: { id: second }, body: { text: 'Otherwise', version: 2 } }),
        lead.try(unlink, { params: { id: first, action } }),
        lead.try(routes.agenda.edit, { params: { id: agenda[0]?.id ?? '' }, body: { title: 'Another', version: 1 } }),
        lead.try(routes.attendance.remove, { params: { id, organisation: trust } }),
        lead.try(routes.materials.add, { params: { id }, body: { title: 'Late', url: 'https://example.org' } }),
        lead.try(routes.invitees.invite, { params: { id }, body: { personIds: [lead.personId ?? ''] } }),
      ];
      for (const { problem } of await Promise.all(tries)) expect(problem).toMatchObject({ code: 'rule', detail: 'The summit is published: its record stays as it is.' });
      // What came of it goes on.
      expect((await lead.ask(makeAction, { params: { id: second }, body: { planId } })).outcomes.find((one) => one.id === second)?.actions).toHaveLength(1);
      expect((await (await stage.person(['expert'])).ask(page, { params: { id } })).state).toBe('published');
    });

    it('stays as it is also when something behind the API tries', async () => {
      const { id, version } = await aSummit();
      await item(id, 'Why people wait');
      await lead.ask(routes.materials.add, { params: { id }, body: { title: 'What others did', url: 'https://example.org/a' } });
      await lead.ask(routes.attendance.note, { params: { id, organisation: trust }, body: { people: 1 } });
      await lead.ask(routes.invitees.invite, { params: { id }, body: { personIds: [lead.personId ?? ''] } });
      const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: { agreedOn: '2026-05-12', kind: 'quick_win', text: 'One number to ring', findingIds: [findingId], organisationIds: [trust] } });
      await lead.ask(makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId } });
      const { version: closed } = await lead.ask(close, { params: { id }, body: { version } });
      await lead.ask(publish, { params: { id }, body: { version: closed } });
      const ofOutcome = `outcome_id in (select id from outcome where summit_id = '${id}')`;
      for (const sql of [
        `update summit set title = 'x' where id = '${id}'`,
        `update outcome set text = 'x' where summit_id = '${id}'`,
        `insert into outcome (locality_id, summit_id, agreed_on, kind, text) select locality_id, id, held_on, 'decision', 'x' from summit where id = '${id}'`,
        `delete from outcome_organisation where ${ofOutcome}`,
        `delete from outcome_finding where ${ofOutcome}`,
        `delete from action_outcome where ${ofOutcome}`,
        `update agenda_item set minutes = 1 where summit_id = '${id}'`,
        `delete from agenda_item_finding where agenda_item_id in (select id from agenda_item where summit_id = '${id}')`,
        `update attendance set people = 9 where summit_id = '${id}'`,
        `delete from material where summit_id = '${id}'`,
        `delete from invitee where summit_id = '${id}'`,
      ])
        await expect(stage.owner.query(sql).then(({ rowCount }) => `${sql}: ${rowCount} changed`)).rejects.toThrow('A published summit stays as it is');
    });
  });
});
