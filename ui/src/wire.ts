export interface Span { text: string; mark: SpanMark; }
export type SpanMark = 'plain' | 'fact' | 'forecast' | 'trouble' | 'lapse' | 'quiet';
export type Ask = { screen: 'today'; span: ChartSpan } | { screen: 'log'; query: LogQuery } | { screen: 'plan'; cycle: number } | { screen: 'prices'; hidden: boolean } | { screen: 'settings' };
export interface View { frame: Frame | null; screen: Screen; troubles: Trouble[]; }
export type Screen = { screen: 'first_run'; view: FirstRunView } | { screen: 'closed' } | { screen: 'today'; view: TodayView } | { screen: 'log'; view: LogView } | { screen: 'plan'; view: PlanView } | { screen: 'prices'; view: PricesView } | { screen: 'settings'; view: SettingsView };
export interface Frame { service: string; unit: string; decimals: number; sample: boolean; left: number; overdrawn: number; left_text: string; of_text: string; overdrawn_text: string | null; drums: string; checked_text: string; checked_long_ago: boolean; undo: string | null; redo: string | null; figures: Figures; look: Look; today: string; }
export interface Trouble { code: string; words: string; remedies: Remedy[]; }
export type Remedy = 'check_balance' | 'open_another' | 'restore_backup' | 'try_again' | 'dismiss';
export interface Refusal { code: string; message: string; field: string | null; }
export interface Done { toast: Span[]; offers: Offer | null; entry: number | null; view: View; }
export type Offer = 'undo' | 'redo';
export interface FirstRunView { presets: Preset[]; zone: string; zones: string[]; figures: Figures; look: Look; today: string; }
export interface FirstRun { preset: string | null; service: string | null; left: string; allotment: string; day: string; zone: string; }
export interface FirstRunAnswer { refusals: Refusal[]; sentence: Span[]; second: Span[]; cycle_start: string | null; renewal: string | null; now: string; left: number | null; allotment: number | null; even_text: string | null; }
export interface Status { at: string; unit: string; decimals: number; left: number; confirmed: Confirmed | null; logged_since: number; unlogged: number; overdrawn: number; cycle: Cycle | null; pots: Pot[]; safe_today: number | null; will_lapse: WillLapse[]; forecast: Forecast | null; }
export interface Confirmed { at: string; shown: number; }
export interface Cycle { start: string; end: string; }
export interface Pot { pot: string; left: number; lots: Lot[]; }
export interface Lot { id: string; left: number; starts: string; expires: string | null; usable: boolean; }
export interface WillLapse { at: string; pot: string; expected: number; }
export interface Forecast { at: string; horizon: string; renewal: string | null; run_out: RunOut; chance_before_renewal: number | null; will_lapse: WillLapse[]; basis: Basis; days?: ForecastDay[] | null; }
export interface RunOut { p10: string | null; p50: string | null; p90: string | null; }
export interface Basis { days: number; spends: number; method: string; typical_share: number; }
export interface ForecastDay { date: string; p10: number; p25: number; p50: number; p75: number; p90: number; }
export interface Estimate { action: string; count: number; low: number; mid: number; high: number; n: number; source: string; left_after: LowMidHigh; chance_covered: number; }
export interface LowMidHigh { low: number; mid: number; high: number; }
export interface LogOfSpends { spends: LoggedSpend[]; }
export interface LoggedSpend { id: number; at: string; date_only: boolean; action: string | null; settings: Record<string, string>; count: number; credits: number; tags: string[]; note: string; state: string; estimated: boolean; slices: Slice[]; }
export interface Slice { lot: string; credits: number; }
export interface CheckResult { shown: number; computed: number; difference: number; }
export interface Statement { opening: number; granted: number; refunded: number; gained: number; forgiven: number; spent: number; unlogged: number; lapsed: number; closing: number; pots: PotStatement[]; }
export interface PotStatement { pot: string; opening: number; granted: number; refunded: number; gained: number; moved_in: number; spent: number; unlogged: number; lapsed: number; moved_out: number; closing: number; }
export interface Presets { presets: Preset[]; }
export interface Preset { id: string; service: string; tier: string; allotment: number; unit: string; cadence: string; }
export interface Figures { group: string; decimal: string; group_from: number; first_weekday: string; clock_24: boolean; }
export interface Look { theme: string; contrast: string; density: string; single_keys: boolean; }
export interface SettingsView { service: string; unit: string; decimals: number; zone: string; zones: string[]; figures: Figures; figures_choice: string; look: Look; certainty: number; path: string; size: string; last_backup: string; backups: Backup[]; versions: string; }
export interface Backup { name: string; words: string; why: string; size: string; checked: boolean; }
export interface RestorePreview { name: string; rows: BeforeAfter[]; }
export interface Setting { key: string; value: string; }
export interface LineView { text: string; chips: Chip[]; refusal: Refusal | null; offered: string | null; usually: Usually | null; leaves: Leaves | null; then: Span[]; remark: Span[] | null; completions: Completion[]; tab: Completion | null; saves: boolean; estimated: boolean; }
export interface Chip { kind: ChipKind; words: string; rest: string; from: number | null; to: number | null; }
export type ChipKind = 'action' | 'new_action' | 'setting' | 'count' | 'credits' | 'offered' | 'balance' | 'tag' | 'when' | 'state' | 'note';
export interface Usually { estimate: Estimate; figure: Span[]; words: string; strip: Strip; }
export interface Strip { published: [number, number] | null; range: [number, number] | null; own: number[]; }
export interface Leaves { figure: Span[]; words: Span[]; }
export interface Completion { words: string; line: string; }
export interface LogQuery { text: string; range: string; offset: number; limit: number; }
export interface LogView { query: LogQuery; summary: string; total: number; empty: boolean; rows: LogRow[]; months: MonthStart[]; }
export interface MonthStart { words: string; row: number; }
export type LogRow = { kind: 'day'; date: string; words: string; credits: string } | { kind: 'spend'; id: number; time: string; action: string; settings: string; count: number; credits: string; estimated: boolean; left: string; tags: string[]; note: string; state: string; verdict: string | null; line: string; paid: string } | { kind: 'check'; id: number; time: string; words: string; difference: string; left: string; since: string } | { kind: 'event'; id: number | null; time: string; words: Span[]; credits: string; left: string };
export interface CheckPreview { shown: number | null; refusal: Refusal | null; words: Span[]; side: string | null; outcome: Span[]; narrows: string | null; }
export interface PlanView { title: string; terms: TermsFields; words: string; before: string[]; pots: PotView[]; statements: CycleStatement[]; cycles: number; next_renewal: string | null; }
export interface TermsFields { name: string; allotment: string; cadence: string; cadence_words: string; day: string; time: string; zone: string; carry: string; carry_amount: string; top_ups: boolean; life: string; life_count: string; overdrawn: string; price: string; }
export interface TermsEdit { name: string | null; allotment: string | null; day: string | null; time: string | null; zone: string | null; carry: string | null; carry_amount: string | null; top_ups: boolean | null; life: string | null; life_count: string | null; overdrawn: string | null; price: string | null; from: string; mode: string | null; }
export interface TermsPreview { refusal: Refusal | null; rows: BeforeAfter[]; }
export interface BeforeAfter { what: string; before: string; after: string; }
export interface PotView { place: number; name: string; left: number; granted: number; will_lapse: number; left_words: string; granted_words: string; words: Span[]; lots: LotView[]; }
export interface LotView { id: string; left: string; granted: string; words: string; ends: string; entry: number | null; }
export interface CycleStatement { words: string; rows: StatementRow[]; statement: Statement; adds_up: boolean; }
export interface StatementRow { words: string; figure: Span; }
export interface TopUp { amount: string; on: string; ends: string; cost: string; bought: boolean; }
export interface PricesView { summary: string; rows: PriceRow[]; hidden: number; axis: [number, number]; source: string; }
export interface PriceRow { action: string; name: string; first: boolean; settings: string; published: string; strip: Strip; usually: Span; n: number; last: string; hidden: boolean; aliases: string[]; kind: string; }
export type ActionEdit = { do: 'add'; name: string; kind: string } | { do: 'rename'; action: string; name: string } | { do: 'hide'; action: string } | { do: 'show'; action: string } | { do: 'alias'; action: string; alias: string };
export type ChartSpan = 'cycle' | 'months' | 'year' | 'all';
export interface TodayView { status: Status; sentence: Span[]; second: Span[]; learning: string | null; note: string | null; provenance: Provenance[]; reckoned: string[]; cells: Cell[]; gap: Gap | null; chart: Chart; }
export interface Provenance { spans: Span[]; confirmed: boolean; from: string | null; }
export interface Cell { head: string; figure: Span[]; lines: Span[][]; list: boolean; }
export interface Gap { words: string; from: string; to: string; }
export interface Chart { from: string; to: string; now: string; allotment: number | null; left: number; overdrawn: number; known_from: string | null; past: Step[]; checks: Mark[]; days: ForecastDay[]; empty: number[]; renewals: Renewal[]; ends: Mark[]; top_ups: Mark[]; lapses: Lapse[]; even: Even | null; run_out: ChartRunOut | null; dotted: string[]; }
export interface Step { at: string; left: number; what: string; }
export interface Mark { at: string; amount: number; words: string; }
export interface Renewal { at: string; words: string; opens: [number, number, number, number, number] | null; }
export interface Lapse { at: string; amount: number; words: string; forecast: boolean; }
export interface Even { from: string; to: string; amount: number; }
export interface ChartRunOut { p10: string; p10_words: string; p50: string | null; p50_words: string | null; until: string; }
