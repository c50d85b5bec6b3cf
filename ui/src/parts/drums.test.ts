import { expect, test } from 'vitest';
import { drumsOf, groupedDrums } from './drums';

const figures = { group: ',', decimal: '.', group_from: 4, first_weekday: 'mon', clock_24: true };
const picture = (figure: string) => drumsOf(figure, '.').map((drum) => `${drum.gap ? ' ' : ''}${drum.dim ? `(${drum.digit})` : drum.digit}${drum.fraction ? '’' : ''}`).join('');

test.each([
  ['06262', '(0)6 262'],
  ['00000', '(0)(0) (0)(0)0'],
  ['28000', '28 000'],
  ['000.25', '(0)(0)02’5’'],
  ['120411840', '120 411 840'],
])('%s stands on the drums as %s', (figure, words) => expect(picture(figure)).toBe(words));

test('the unit turns first', () => expect(drumsOf('06262', '.').map((drum) => drum.turn)).toEqual([4, 3, 2, 1, 0]));
test('a figure too long for drums is grouped text', () => expect(groupedDrums('01204118400', figures)).toBe('1,204,118,400'));
