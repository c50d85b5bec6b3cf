import type { RestorePreview, SettingsView } from '../src/wire';
import { figures, look } from './frame';

export const settingsView = (): SettingsView => ({
  service: 'LTX Studio', unit: 'credits', decimals: 0, zone: 'Europe/Berlin', zones: ['Europe/Berlin', 'Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'UTC'], figures, figures_choice: 'automatic', look: { ...look }, certainty: 90,
  path: '/home/mara/.local/share/runout/book.runout', size: '1.2 MB', last_backup: 'Last: today, 09:12, checked', versions: 'Runout 0.1.0, SQLite 3.53.2, WebKitGTK 2.50.6',
  backups: [
    { name: 'b3', words: 'Fri 4 Dec, 09:12', why: 'by itself', size: '1.2 MB', checked: true },
    { name: 'b2', words: 'Thu 3 Dec, 08:55', why: 'by itself', size: '1.2 MB', checked: true },
    { name: 'b1', words: 'Sun 15 Nov, 10:01', why: 'before an update', size: '0.9 MB', checked: false },
  ],
});

export const restorePreview = (name: string): RestorePreview => ({ name, rows: [{ what: 'Entries', before: '412', after: '398' }, { what: 'Left', before: '6,262', after: '9,007' }, { what: 'Last entry', before: 'today, 15:52', after: 'Thu 3 Dec, 13:15' }] });
