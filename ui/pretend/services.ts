import type { ServiceName, ServiceRow, ServicesView } from '../src/wire';
import { book, guess, lapse, plain, quiet, trouble } from './books';

const row = (id: number, name: string, left: string, unit: string, more: Partial<ServiceRow> = {}): ServiceRow => ({ id, name, open: false, left, unit, renewal: 'Tue 15 Dec, in 11 days', run_out: [plain('lasts to the renewal')], will_lapse: [], checked: '3 days ago', checked_long_ago: false, ...more });

const ltx = row(1, book === 'sample' ? 'LTX Studio (sample)' : 'LTX Studio', '6,262', 'credits', { run_out: [plain('from '), guess('Sun 6 Dec'), plain('; 55 % chance before the renewal')], will_lapse: [lapse('≈ 1,300'), plain(' on Tue 15 Dec')] });
let rows: ServiceRow[] = book !== 'services' ? [ltx] : [
  ltx,
  row(2, 'Runway', '500.25', 'credits', { renewal: 'no renewal', run_out: [quiet('not known, nothing is logged yet')], checked: '12 days ago', checked_long_ago: true }),
  row(3, 'The account of the other studio, on its annual plan with rollover', '1,204,118,400', 'computing seconds', { run_out: [plain('lasts beyond '), guess('Fri 15 Jan')] }),
  row(4, 'Pika', '0', 'credits', { run_out: [trouble('888 logged beyond it')], checked: 'not yet' }),
  row(5, 'Broken', '–', '', { renewal: '–', run_out: [trouble('All in all that is more than any service counts. Look through the log for an amount with too many digits.')], checked: '–' }),
];
let open = 1;

export const turnTo = (service: number): void => void (open = service);
export const openService = (): ServiceRow => rows.find(({ id }) => id === open) ?? rows[0]!;
export const servicesView = (): ServicesView => ({ rows: rows.map((one) => ({ ...one, open: one.id === open })) });
export const serviceNames = (): ServiceName[] => rows.map(({ id, name, left, unit }) => ({ id, name, left: `${left} ${unit}`.trim() }));

export function addService(name: string): void {
  open = Math.max(...rows.map(({ id }) => id)) + 1;
  rows = [...rows, row(open, name, '500', 'credits')];
}

export function removeService(service: number): void {
  rows = rows.filter(({ id }) => id !== service);
  open = rows[0]!.id;
}
