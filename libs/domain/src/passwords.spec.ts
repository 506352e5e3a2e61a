import { checkPassword } from './passwords';

const who = { name: 'Ada Lovelace-Byron', email: 'ada.byron@moor.example' };
const isRefused = (password: string) => checkPassword(password, who).length > 0;

describe('passwords', () => {
  it.each(['Password1234', 'P@ssw0rd1234', 'passwordpassword', '123456789012', 'qwertyuiop123', 'Welcome2026!!', 'letmeinletmein', 'aaaaaaaaaaaaaa', 'abcabcabcabc', 'LovelaceByron1', 'ada.byron@moor', 'Summer2026Summer', 'iloveyou1234', '1qaz2wsx3edc', '!!!!????!!!!'])('refuses %s, which strangers try early', (password) => {
    expect(isRefused(password)).toBe(true);
  });

  it.each(['copper kettle umbrella', 'velvet thunder biscuit', 'tR4v-9mKp-xW2q', 'ich mag keine Spinnen', 'наш старый зелёный дом', 'correcthorsebatterystaple', 'my password is a poem'])('takes %s', (password) => {
    expect(isRefused(password)).toBe(false);
  });
});
