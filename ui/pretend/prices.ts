import type { PriceChangeView, PriceRow, PricesView } from '../src/wire';
import { book, fact, guess, plain } from './books';

const row = (name: string, settings: string, published: [number, number] | null, range: [number, number] | null, own: number[], usually: string, n: number, last: string, first = true, kind = 'video', hidden = false): PriceRow => ({
  action: name.toLowerCase().replaceAll(' ', '-'), name, first, settings, hidden, kind, n, last, aliases: name === 'Veo 3' ? ['v3'] : [],
  published: published ? (published[0] === published[1] ? published[0] : published.join(' to ')).toLocaleString('en-US').replace(/\d{4,}/g, (digits) => Number(digits).toLocaleString('en-US')) : '–',
  strip: { published, range, own }, usually: guess(usually), change: null,
});

const rose: PriceChangeView = {
  words: [fact('Nano Banana'), plain(' rose from 49 to '), fact('65'), plain(' since Thu 12 Nov (3 of 3).')],
  use_words: 'Use 65 from then', settings: {},
};

const rows = [
  row('Veo 3', '8 s, audio', [875, 3500], [5000, 5400], [5400, 5000, 5400, 5400], '5,000 to 5,400', 4, '27 Nov'),
  row('Veo 3 Fast', '8 s, audio', [875, 3500], [2100, 3100], [2600, 2600], '2,100 to 3,100', 2, '1 Dec'),
  row('Veo 3 Fast', '8 s', [875, 3500], [1750, 1750], [1750], '1,750', 11, '3 Dec', false),
  row('Veo 3 Fast', '8 s, silent', [875, 3500], [750, 1000], [875, 900], '750 to 1,000', 3, '23 Nov', false),
  row('Veo 2', '8 s', [900, 900], [740, 1100], [900, 900], '740 to 1,100', 2, '30 Nov'),
  row('Actor', '', [1100, 1100], [940, 1300], [1100, 1100], '940 to 1,300', 3, '17 Nov', true, 'actor'),
  row('LTXV Turbo', '8 s', [50, 200], [136, 136], [136], '136', 9, '2 Dec'),
  row('LTXV Turbo', '5 s', [50, 200], [80, 97], [85, 85, 92], '80 to 97', 19, '4 Dec', false),
  row('LTXV Turbo', '3 s', [50, 200], null, [], '40 to 300', 0, '–', false),
  { ...row('Nano Banana', '', [49, 49], [49, 65], [49, 49, 65, 65, 65], '49 to 65', 32, '4 Dec', true, 'image'), change: rose },
  row('Nano Banana', 'refs', [49, 49], [49, 49], [49], '49', 6, '2 Dec', false, 'image'),
  row('Flux Kontext', '', [28, 28], [28, 28], [28], '28', 34, '3 Dec', true, 'image'),
  row('Image style', '', [4, 20], [12, 12], [12], '12', 6, '2 Dec', true, 'assist'),
  row('Storyline', '', [4, 20], [7, 9], [8], '7 to 9', 2, '24 Nov', true, 'assist'),
];
const hiddenRows = [row('Flux Premium', '', [28, 28], null, [], '28', 0, '–', true, 'image', true), row('LTXV 2', '', null, null, [], '–', 0, '–', true, 'video', true)];

export const pricesView = (hidden: boolean): PricesView => ({
  summary: book === 'new' ? 'Published figures only. They miss often: the page that says 3,500 bills 5,400.' : '9 of your last 10 fell inside the range',
  rows: book === 'new' ? rows.map((one) => ({ ...one, n: 0, last: '–', strip: { ...one.strip, range: null, own: [] } })) : hidden ? [...rows, ...hiddenRows] : rows,
  hidden: 2, axis: [3, 8000], source: 'LTX help centre, “The number of credits used per generation”, as of Nov 2026',
});
