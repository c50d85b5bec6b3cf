import type { FirstRunAnswer, FirstRunView, Preset } from '../src/wire';
import { fact, figure, guess, plain } from './books';
import { figures, look } from './frame';

const preset = (id: string, service: string, tier: string, allotment: number, cadence = 'monthly', unit = 'credits'): Preset => ({ id, service, tier, allotment, unit, cadence, nearest: null });

export const firstRun = (): FirstRunView => ({
  presets: [
    preset('ltx-lite', 'LTX Studio', 'Lite', 8000), preset('ltx-standard', 'LTX Studio', 'Standard', 28000), preset('ltx-pro', 'LTX Studio', 'Pro', 110000),
    preset('runway-standard', 'Runway', 'Standard', 625), preset('runway-pro', 'Runway', 'Pro', 2250), preset('kling-pro', 'Kling AI', 'Pro', 3000), preset('pika-free', 'Pika', 'Free', 30, 'daily'),
  ],
  zone: 'Europe/Berlin', zones: ['Europe/Berlin', 'Europe/Paris', 'America/New_York', 'Asia/Tokyo', 'UTC'], figures, look: { ...look }, today: '2026-11-22',
});

export function answerOf(told: { left: string; allotment: string; day: string }): FirstRunAnswer {
  const left = Number(told.left.replaceAll(',', ''));
  const allotment = Number(told.allotment.replaceAll(',', ''));
  const day = Number(told.day);
  const refusals = [];
  if (!told.left) refusals.push({ code: 'amount', message: 'What the service shows now, please.', field: 'left' });
  if (told.left && !(left >= 0)) refusals.push({ code: 'amount', message: 'An amount like 22,600, please.', field: 'left' });
  if (told.day && !(day >= 1 && day <= 31)) refusals.push({ code: 'day', message: 'A day from 1 to 31, please.', field: 'day' });
  if (left > allotment) refusals.push({ code: 'more', message: 'More than the plan grants: with top-ups or rollover? Both are fine.', field: 'left_remark' });
  const whole = told.left !== '' && refusals.every((refusal) => refusal.field === 'left_remark');
  return {
    refusals, now: '2026-11-22T09:12:00',
    sentence: whole ? [fact(`${figure(left)} left`), plain(', and 23 days to the renewal on Tue 15 Dec. An even pace is '), guess(`${figure(Math.round(left / 23))} a day`), plain('.')] : [],
    second: whole ? [plain('By the published prices that makes 6 to 25 Veo 3 clips, or 110 to 450 LTXV clips.')] : [],
    cycle_start: '2026-11-15T00:00:00', renewal: '2026-12-15T00:00:00', left: whole ? left : null, allotment: whole ? allotment : null, even_text: whole ? `even pace, ${figure(Math.round(left / 23))} a day` : null,
  };
}
