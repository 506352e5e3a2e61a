import { aboutSays, figureSays } from './figures';

it.each([[1234.5, 'days', '1,234.5 days'], [41, '%', '41%'], [-12, '£', '-£12'], [0, 'people', '0 people'], [null, 'days', ''], [3.1416, '', '3.1416']])('%s in %s reads “%s”', (value, unit, says) => expect(figureSays(value, unit)).toBe(says));

it.each([[41.0345, '41'], [4.12345, '4.12'], [0.01234, '0.0123'], [1234.56, '1,235'], [-7.777, '-7.78'], [0, '0']])('%s was reckoned, and reads “%s”', (value, says) => expect(aboutSays(value, '')).toBe(says));
