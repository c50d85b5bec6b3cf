import type { TermsPreset } from '../../wire';

/** The presets of one service. */
export interface PresetGroup {
  service: string;
  presets: TermsPreset[];
}

/** The presets by their services, in the order in which they came. */
export function byService(presets: readonly TermsPreset[]): PresetGroup[] {
  const groups = new Map<string, TermsPreset[]>();
  for (const preset of presets) groups.set(preset.service, [...(groups.get(preset.service) ?? []), preset]);
  return [...groups].map(([service, of]) => ({ service, presets: of }));
}
