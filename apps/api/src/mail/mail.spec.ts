import type { AddressInfo } from 'node:net';
import { routes } from '@followthrough/contracts';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { openStage, type Stage } from '../testing/stage';
import { asHtml } from './letter';
import { Postman } from './postman';

/** A real mail server that keeps what it gets, and can be told to refuse. */
async function mailServer(): Promise<{ url: string; mails: Email[]; refuseWith(code: number | null): void; close(): Promise<void> }> {
  const mails: Email[] = [];
  let refusing: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => done(refusing ? Object.assign(new Error('no'), { responseCode: refusing }) : null),
    onData: (stream, _, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => void PostalMime.parse(Buffer.concat(parts)).then((mail) => (mails.push(mail), done())));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, refuseWith: (code) => void (refusing = code), close: () => new Promise((resolve) => server.close(resolve)) };
}

describe('mail', () => {
  let stage: Stage;
  let smtp: Awaited<ReturnType<typeof mailServer>>;
  beforeAll(async () => {
    smtp = await mailServer();
    stage = await openStage({ smtpUrl: smtp.url });
  });
  afterAll(async () => {
    await stage.close();
    await smtp.close();
  });

  const write = async (recipient: string): Promise<string> => {
    const { rows } = await stage.owner.query<{ id: string }>(`insert into kernel.outbox (recipient, subject, body) values ($1, 'Due this week', 'Hello Žofie' || chr(10) || chr(10) || 'https://followthrough.example/a?b=1&c=2') returning id`, [recipient]);
    return rows[0]?.id ?? '';
  };
  const state = async (id: string) => (await stage.owner.query<Record<string, unknown>>('select sent_at, tries, body, last_error, given_up_at, next_try_at > now() as waits from kernel.outbox where id = $1', [id])).rows[0];

  it('sends what waits in plain text and HTML, once, and wipes its words', async () => {
    const id = await write('zofie@people.example');
    await Promise.all([stage.app.get(Postman).deliver(), stage.app.get(Postman).deliver()]);
    await stage.app.get(Postman).deliver();
    const got = smtp.mails.filter((one) => one.to?.[0]?.address === 'zofie@people.example');
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ subject: 'Due this week', messageId: `<${id}@localhost>`, from: { name: 'Followthrough' } });
    expect(got[0]?.text).toContain('Hello Žofie');
    expect(got[0]?.html).toContain('<a href="https://followthrough.example/a?b=1&amp;c=2">');
    expect(await state(id)).toMatchObject({ sent_at: expect.any(Date), body: '', tries: 1 });
  });

  it('sends a calendar file with its mail, and wipes it with the words', async () => {
    const { rows } = await stage.owner.query<{ id: string }>(`insert into kernel.outbox (recipient, subject, body, calendar_method, calendar) values ('guest@people.example', 'Leaders’ summit', 'Hello', 'REQUEST', 'BEGIN:VCALENDAR' || chr(13) || chr(10) || 'END:VCALENDAR' || chr(13) || chr(10)) returning id`);
    await stage.app.get(Postman).deliver();
    const got = smtp.mails.find((one) => one.to?.[0]?.address === 'guest@people.example');
    const calendars = got?.attachments.filter((one) => /calendar|\.ics$/.test(`${one.mimeType} ${one.filename}`)) ?? [];
    expect(calendars.length).toBeGreaterThan(0);
    expect(calendars.some((one) => one.method === 'REQUEST')).toBe(true);
    const { rows: after } = await stage.owner.query('select body, calendar, calendar_method from kernel.outbox where id = $1', [rows[0]?.id]);
    expect(after).toEqual([{ body: '', calendar: null, calendar_method: null }]);
  });

  it('tries again later when the server is busy, and gives up when it says never', async () => {
    smtp.refuseWith(451);
    const busy = await write('busy@people.example');
    await stage.app.get(Postman).deliver();
    expect(await state(busy)).toMatchObject({ sent_at: null, tries: 1, given_up_at: null, waits: true, last_error: expect.stringContaining('451') });
    smtp.refuseWith(550);
    const gone = await write('gone@people.example');
    await stage.app.get(Postman).deliver();
    expect(await state(gone)).toMatchObject({ sent_at: null, given_up_at: expect.any(Date) });
    smtp.refuseWith(null);
    await stage.owner.query('update kernel.outbox set next_try_at = now() where id = $1', [busy]);
    await stage.app.get(Postman).deliver();
    expect(await state(busy)).toMatchObject({ sent_at: expect.any(Date), tries: 2 });
  });

  it('shows no mail but in a demo, and no other locality’s there', async () => {
    const administrator = await stage.person(['administrator']);
    expect((await administrator.try(routes.mail.outbox)).problem.code).toBe('not_found');
  });

  it('escapes what people are called', () => {
    expect(asHtml('Hello <script>alert(1)</script> & "co"')).toContain('<p>Hello &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;</p>');
  });
});

describe('mail in a demo', () => {
  it('can be read by an administrator of its locality, and by nobody else', async () => {
    const stage = await openStage({ demo: true });
    try {
      const administrator = await stage.person(['administrator']);
      await stage.owner.query(`insert into kernel.outbox (locality_id, recipient, subject, body) select id, 'somebody@people.example', 'For ' || slug, 'Words' from locality`);
      expect((await administrator.ask(routes.mail.outbox)).items).toMatchObject([{ subject: 'For northmoor', body: 'Words', sentAt: null }]);
      const elsewhere = await stage.person(['administrator'], 'eastvale');
      expect((await elsewhere.ask(routes.mail.outbox)).items.map((one) => one.subject)).toEqual(['For eastvale']);
      expect((await (await stage.person(['lead'])).try(routes.mail.outbox)).problem.code).toBe('not_permitted');
    } finally {
      await stage.close();
    }
  });
});
