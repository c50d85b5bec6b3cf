// Written from Rust by src-tauri/tests/bindings.rs. Do not edit.

/** A change to an action of the catalogue. */
export type ActionEdit = { "do": "add",
  /** Its name. */
  name: string,
  /** `video`, `image`, `actor`, `assist`, `other`. */
  kind: string, } | { "do": "rename",
  /** Which. */
  action: string,
  /** Its new name. */
  name: string, } | { "do": "hide",
  /** Which. */
  action: string, } | { "do": "show",
  /** Which. */
  action: string, } | { "do": "alias",
  /** Which. */
  action: string,
  /** The word. */
  alias: string, } | { "do": "moved",
  /** Which. */
  action: string,
  /** The settings of the key, by name. */
  settings: { [key in string]: string },
  /** Whether the new price alone holds; else all that was paid. */
  uses_new: boolean,
};

/** What the window wants to see; every command answers with it, so that no screen goes stale. */
export type Ask = { "screen": "today",
  /** How much time the chart shows. */
  span: ChartSpan, } | { "screen": "log",
  /** Which rows. */
  query: LogQuery, } | { "screen": "plan",
  /** The newer one of the two cycles whose statements are shown. */
  cycle: number, } | { "screen": "pot",
  /** Its name. */
  pot: string, } | { "screen": "statement",
  /** Of what, and how much of it. */
  query: StatementQuery, } | { "screen": "prices",
  /** Whether hidden actions are shown. */
  hidden: boolean, } | { "screen": "services" } | { "screen": "settings" };

/** A backup. */
export type Backup = {
  /** Its name, which `restore` takes. */
  name: string,
  /** "Fri 4 Dec, 09:12". */
  words: string,
  /** "by itself", "by hand", "before an update", "before a restore". */
  why: string,
  /** "1.2 MB". */
  size: string,
  /** Whether it was checked and is whole. */
  checked: boolean,
};

/** What a forecast rests on. */
export type Basis = {
  /** Usable days of log. */
  days: number,
  /** Spends on them. */
  spends: number,
  /** `replay`, or `plan` while nothing was spent. */
  method: string,
  /** The share of the typical pattern, 0 to 1. */
  typical_share: number,
};

/** A figure before and after. */
export type BeforeAfter = {
  /** "Left". */
  what: string,
  /** Before. */
  before: string,
  /** After. */
  after: string,
};

/** One of the four answers. */
export type Cell = {
  /** "Safe today". */
  head: string,
  /** "≈ 260"; a dash where it is not known. */
  figure: Array<Span>,
  /** What it means, in lines. */
  lines: Array<Array<Span>>,
  /** Whether the lines are items of a list. */
  list: boolean,
};

/** What the burn-down draws. Times are local, `YYYY-MM-DDTHH:MM:SS`: a day is as wide as any other. */
export type Chart = {
  /** The left edge. */
  from: string,
  /** The right edge. */
  to: string,
  /** Now. */
  now: string,
  /** The allotment of the running cycle. */
  allotment: number | null,
  /** What is left now (0 when overdrawn). */
  left: number,
  /** Overdrawn now, and until when the drawing goes on. */
  overdrawn: number,
  /** The first entry or check; before it the past is not known. */
  known_from: string | null,
  /** The past as steps, oldest first: the balance (left − overdrawn) from each instant on. */
  past: Array<Step>,
  /** The balance checks in view. */
  checks: Array<Mark>,
  /** The future by days; `resets` says before which days a renewal opens a new fan. */
  days: Array<ForecastDay>,
  /** Per day of `days`: the share of the replays that are empty at its end. */
  empty: Array<number>,
  /** Renewals in view, past and future. */
  renewals: Array<Renewal>,
  /** Ends of lots other than the cycle's own. */
  ends: Array<Mark>,
  /** Lots bought or given in view. */
  top_ups: Array<Mark>,
  /** What lapsed, or will. */
  lapses: Array<Lapse>,
  /** The even pace of the running cycle: from its grant to its renewal. */
  even: Even | null,
  /** The first empty day; none below a 20 % chance. */
  run_out: ChartRunOut | null,
  /** Days that do not count for the pace: blocked, not logged, one-off. */
  dotted: Array<string>,
};

/** The bar of the first empty day. */
export type ChartRunOut = {
  /** The early end. */
  p10: string,
  /** "Sun 6 Dec". */
  p10_words: string,
  /** The middle; none where it lies at or beyond the renewal, or while learning. */
  p50: string | null,
  /** "Sun 13 Dec". */
  p50_words: string | null,
  /** The late end, or the renewal. */
  until: string,
};

/** How much time the chart shows. */
export type ChartSpan = "cycle" | "months" | "year" | "all";

/** What a check's difference may have been. */
export type CheckOffer = {
  /** "1 Veo 3 Fast, 8 s, and 3 LTXV Turbo, 5 s". */
  words: string,
  /** "1,750 + 255, 5 stay unlogged". */
  meaning: string,
  /** How likely: "45 %"; none where that is not known. */
  chance: string | null,
  /** What says so when the check is saved. */
  reason: CheckReason,
};

/** A balance check while it is typed. */
export type CheckPreview = {
  /** What was read; none where it is not an amount yet. */
  shown: number | null,
  /** What Runout has there, as it would be typed: one key confirms it; none where that is not known. */
  has: string | null,
  /** The pots of which one can be checked alone; none where there are fewer than two. */
  pots: Array<string>,
  /** What is wrong with it. */
  refusal: Refusal | null,
  /** "Runout has 6,262, so 2,010 were not logged since Tue 1 Dec, 18:20." / "The same as Runout." */
  words: Array<Span>,
  /** `equal`, `less`, `more`, or `before` where it lies before the book's start; none while nothing was read. */
  side: string | null,
  /** "What was it, most likely?"; none where nothing is offered. */
  question: string | null,
  /** What it may have been, the likeliest first. */
  offers: Array<CheckOffer>,
  /** What follows without a reason: "Leave all 2,010 as unlogged. Counts for your pace, never for prices. …" */
  outcome: Array<Span>,
  /** "Checking now narrows the run-out from 9 days to 3", when it does by a third or more. */
  narrows: string | null,
};

/** What the user says that a check's difference was. It is saved with the check, in one step. */
export type CheckReason = { "kind": "spends",
  /** The spends. */
  spends: Array<CheckSpend>, } | { "kind": "refund",
  /** The spend. */
  of: number, } | { "kind": "grant" } | { "kind": "came_early" } | { "kind": "came_late" } | { "kind": "not_come_yet" };

/** A spend that was not logged. */
export type CheckSpend = {
  /** The action's id. */
  action: string,
  /** Its settings. */
  settings: { [key in string]: string },
  /** How many pieces. */
  count: number,
  /** What they took, all together. */
  credits: number,
};

/** A word that was understood. */
export type Chip = {
  /** What it is. */
  kind: ChipKind,
  /** "Veo 3", "8 s", "× 2", "5,400", "#teaser", "now". */
  words: string,
  /** The quieter half: "Fri 4 Dec, 16:40", "goes to the note", "offered, type over it". */
  rest: string,
  /** The word's place in the line, in UTF-16 units, for selecting it; none where nothing was typed. */
  from: number | null,
  /** Its end. */
  to: number | null,
};

/** What a chip is. */
export type ChipKind = "action" | "new_action" | "setting" | "count" | "credits" | "offered" | "balance" | "tag" | "when" | "state" | "note";

/** A completion. */
export type Completion = {
  /** What is shown: "Veo 3 Fast". */
  words: string,
  /** The whole line with it in place. */
  line: string,
};

/** What a balance check showed. */
export type Confirmed = {
  /** When. */
  at: string,
  /** What it showed. */
  shown: number,
};

/** What the service shows, as typed. */
export type Counter = {
  /** The figure. */
  amount: string,
  /** When it stood there: "yesterday 18:20"; empty or "now": now. */
  on: string,
  /** The one pot that it is of; none: everything. */
  pot: string | null,
};

/** How much of what is spent the log has, and how far the balance may be off for it. */
export type Coverage = {
  /** Logged, as a share of all that was spent between checks, 0 to 1. */
  share: number,
  /** How far `left` may be off by now; 0 just after a check. */
  give_or_take: number,
};

/** An answer. */
export type CsvAnswer = {
  /** `comma`, `day-first`, `skip`, … */
  value: string,
  /** What it means: "1250". */
  words: string,
};

/** A column and what it says. */
export type CsvColumn = {
  /** `at`, `credits`, `action`, … */
  field: string,
  /** The column's name. */
  column: string,
};

/** What a column can say. */
export type CsvField = {
  /** Its word in a mapping: `credits`. */
  field: string,
  /** What it is called: "Credits". */
  label: string,
  /** The column that says it. */
  column: string | null,
  /** Whether nothing can be logged without it. */
  needed: boolean,
};

/** A line of the file and a sentence about it. */
export type CsvLine = {
  /** The line of the file. */
  line: number,
  /** What is said about it. */
  words: string,
};

/** The chosen file as it would be imported. Nothing is saved yet. */
export type CsvPreview = {
  /** The file's name: "usage.csv". */
  file: string,
  /** "412 lines, UTF-8, separated by commas". */
  about: string,
  /** The names of its columns. */
  columns: Array<string>,
  /** What a column can say, in the order of the dialog. */
  fields: Array<CsvField>,
  /** What has to be answered, what was answered included. */
  questions: Array<CsvQuestion>,
  /** The first spends, as they would be logged. */
  rows: Array<CsvRow>,
  /** What else there is to know: "3 lines were imported before, and are left out." */
  notes: Array<string>,
  /** The lines that cannot be read, at most so many as can be looked through. */
  problems: Array<CsvLine>,
  /** "and 12 more"; none where all are listed. */
  more_problems: string | null,
  /** The lines that look like spends that are logged already. */
  near: Array<CsvLine>,
  /** "and 12 more"; none where all are listed. */
  more_near: string | null,
  /** What stands in the way, if anything does. */
  refusal: Refusal | null,
  /** The button's words: "Import 412 spends". */
  verb: string,
};

/** What the file can mean in two ways. */
export type CsvQuestion = {
  /** What answers it: `decimal`, `dates`, `duplicates`. */
  field: string,
  /** The question. */
  words: string,
  /** The answers. */
  answers: Array<CsvAnswer>,
  /** The one that was chosen. */
  chosen: string | null,
};

/** A spend as it would be logged. */
export type CsvRow = {
  /** The line of the file. */
  line: number,
  /** When: "Sun 1 Nov, 09:15". */
  at: string,
  /** The action and its settings. */
  action: string,
  /** How many pieces. */
  count: number,
  /** The credits. */
  credits: string,
  /** Tags and note. */
  note: string,
};

/** What is said about the chosen file, as chosen in the dialog. */
export type CsvWish = {
  /** Which column says what; a field that is not named says nothing. */
  columns: Array<CsvColumn>,
  /** `comma` or `point`, where that was asked. */
  decimal: string | null,
  /** `day-first` or `month-first`, where that was asked. */
  dates: string | null,
  /** `skip` or `keep`, where that was asked. */
  duplicates: string | null,
};

/** A cycle. */
export type Cycle = {
  /** Its start. */
  start: string,
  /** The renewal that ends it. */
  end: string,
};

/** A cycle's statement. */
export type CycleStatement = {
  /** "15 Oct to 14 Nov", "15 Nov to now". */
  words: string,
  /** The rows, in order: "Opening", "Granted", …, with "+28,000", "−2,058", "–". */
  rows: Array<StatementRow>,
  /** The figures; what `statement --json` prints. */
  statement: Statement,
  /** Whether it adds up; the window says so if it does not. */
  adds_up: boolean,
};

/** The answer of a command that changed the book. */
export type Done = {
  /** What was done, for the toast: "Logged LTXV Turbo, 8 s, audio: −165 → 6,262 left. Usual 130 to 210." */
  toast: Array<Span>,
  /** What the toast's button offers. */
  offers: Offer | null,
  /** The entry that was made or changed, if it is one. */
  entry: number | null,
  /** Everything that the window shows, anew. */
  view: View,
};

/** `estimate`: what the whole line will likely take. */
export type Estimate = {
  /** The action's name. */
  action: string,
  /** How many pieces. */
  count: number,
  /** 10 %. */
  low: number,
  /** 50 %. */
  mid: number,
  /** 90 %. */
  high: number,
  /** How many own observations stand behind it. */
  n: number,
  /** `own`, `mixed`, `published`. */
  source: string,
  /** What would be left. */
  left_after: LowMidHigh,
  /** The chance that it is covered, 0 to 1. */
  chance_covered: number,
};

/** The even pace. */
export type Even = {
  /** The grant. */
  from: string,
  /** The renewal. */
  to: string,
  /** What there was at the grant. */
  amount: number,
};

/** How figures and dates are written. */
export type Figures = {
  /** Between groups of three: `,` `.` ` ` (thin space) `'` or empty. */
  group: string,
  /** The decimal mark: `.` or `,`. */
  decimal: string,
  /** From how many digits on figures are grouped: 4 or 5. */
  group_from: number,
  /** `mon`, `sun`, `sat`. */
  first_weekday: string,
  /** Whether times are shown with 24 hours. */
  clock_24: boolean,
};

/** What the first run was told, as typed. */
export type FirstRun = {
  /** The preset, or none for own terms. */
  preset: string | null,
  /** What the service is called; none for the preset's own word. */
  service: string | null,
  /** What the service shows now. */
  left: string,
  /** What it grants each month; where the preset is not monthly, its own cadence. */
  allotment: string,
  /** The day of the month on which it renews. */
  day: string,
  /** The zone. */
  zone: string,
};

/** The answer that lives under the three fields; the first valid figure on. */
export type FirstRunAnswer = {
  /** What is wrong with which field; empty when it can start. */
  refusals: Array<Refusal>,
  /** "22,600 left, and 23 days to the renewal on Tue 15 Dec. An even pace is 982 a day." */
  sentence: Array<Span>,
  /** "By the published prices that makes 6 to 25 Veo 3 clips, or 110 to 450 LTXV clips." */
  second: Array<Span>,
  /** The start of the cycle that holds now, local. */
  cycle_start: string | null,
  /** The next renewal, local. */
  renewal: string | null,
  /** Now, local. */
  now: string,
  /** What is left, for the picture. */
  left: number | null,
  /** The allotment, for the picture. */
  allotment: number | null,
  /** "even pace, 982 a day". */
  even_text: string | null,
};

/** The first run: what can be chosen. */
export type FirstRunView = {
  /** The presets, LTX Studio's first. */
  presets: Array<Preset>,
  /** The zone of this computer. */
  zone: string,
  /** Every zone's name, for completion. */
  zones: Array<string>,
  /** How figures are grouped. */
  figures: Figures,
  /** How the window looks. */
  look: Look,
  /** Today's date. */
  today: string,
};

/** `forecast`: when it runs out. */
export type Forecast = {
  /** Now. */
  at: string,
  /** The first day that is not forecast any more. */
  horizon: string,
  /** The next renewal. */
  renewal: string | null,
  /** The first empty day: 10, 50, 90 %. */
  run_out: RunOut,
  /** The share of the replays that run out before the renewal. */
  chance_before_renewal: number | null,
  /** What will lapse. */
  will_lapse: Array<WillLapse>,
  /** What it rests on. */
  basis: Basis,
  /** What is left at each day's end; absent in `status`. */
  days: Array<ForecastDay> | null,
};

/** A day of the forecast: what is left at its end. */
export type ForecastDay = {
  /** The day. */
  date: string,
  /** 10 %. */
  p10: number,
  /** 25 %. */
  p25: number,
  /** 50 %. */
  p50: number,
  /** 75 %. */
  p75: number,
  /** 90 %. */
  p90: number,
};

/** What stands around every screen: the rail, the names of undo and redo, and how things look. */
export type Frame = {
  /** The service's name. */
  service: string,
  /** Its number. */
  service_id: number,
  /** Every service of the book, in order. */
  services: Array<ServiceName>,
  /** The unit's name. */
  unit: string,
  /** The unit's decimal places. */
  decimals: number,
  /** Whether this is the sample book. */
  sample: boolean,
  /** What is left, for the drums. */
  left: number,
  /** Overdrawn, or 0. */
  overdrawn: number,
  /** The sentence for the drums' reader: "6,262 credits left". */
  left_text: string,
  /** "of 28,000", or "888 overdrawn"'s neighbour; empty without an allotment. */
  of_text: string,
  /** "888 overdrawn"; none when nothing is. */
  overdrawn_text: string | null,
  /** The figure of the drums as digits with its decimal mark, padded to the allotment's width: "06262". */
  drums: string,
  /** "Checked 3 days ago", or "Not checked yet". */
  checked_text: string,
  /** Whether the last check is older than 7 days. */
  checked_long_ago: boolean,
  /** The name of what undo would take back: "logged Veo 3, 8 s, audio". */
  undo: string | null,
  /** The name of what redo would bring back. */
  redo: string | null,
  /** How figures are grouped. */
  figures: Figures,
  /** How the window looks. */
  look: Look,
  /** Today's date in the service's zone. */
  today: string,
};

/** A stretch without entries, long enough to ask about. */
export type Gap = {
  /** "Nothing logged since Mon 23 Nov." */
  words: string,
  /** Its first day. */
  from: string,
  /** Its last day. */
  to: string,
};

/** What lapses at an instant. */
export type Lapse = {
  /** When. */
  at: string,
  /** How much; for the future the mean of the replays, where the median lapses. */
  amount: number,
  /** "≈ 1,300 lapse" or "2,058 lapsed". */
  words: string,
  /** Whether it is in the future. */
  forecast: boolean,
};

/** What would be left. */
export type Leaves = {
  /** "≈ 860". */
  figure: Array<Span>,
  /** "860 to 1,300, almost certain to be covered." */
  words: Array<Span>,
};

/** A question about the line. */
export type LineQuestion = {
  /** The question. */
  words: string,
  /** Its answers, each with the line that gives it. */
  answers: Array<Completion>,
};

/** What was understood of the line, and what would follow. */
export type LineView = {
  /** The text that this is about; a late answer to an older text is dropped. */
  text: string,
  /** What was understood, in the order typed. */
  chips: Array<Chip>,
  /** What is wrong, if it cannot be saved as it is. */
  refusal: Refusal | null,
  /** The estimate that is offered where no credits were typed, as text to put into the line. */
  offered: string | null,
  /** "Usually takes". */
  usually: Usually | null,
  /** "Leaves": "≈ 860", then "860 to 1,300, almost certain to be covered." */
  leaves: Leaves | null,
  /** "Then": what becomes of the run-out. */
  then: Array<Span>,
  /** A remark: unusual cost, beyond what is left. */
  remark: Array<Span> | null,
  /** Completions of the word at the caret. */
  completions: Array<Completion>,
  /** What Tab would swap, if something is unsure: "Tab for Veo 3 Fast". */
  tab: Completion | null,
  /** What has to be answered before it can be saved: "Before or after the check of Thu 3 Dec, 09:00?" */
  question: LineQuestion | null,
  /** Whether Enter would save it. */
  saves: boolean,
  /** Whether it would be saved with the estimate. */
  estimated: boolean,
};

/** Which rows. */
export type LogQuery = {
  /** Words that must occur in the action, settings, tags or note; case-free. */
  text: string,
  /** `cycle`, `all`, or a first day `YYYY-MM-DD`. */
  range: string,
  /** The first row. */
  offset: number,
  /** How many rows, at most 500. */
  limit: number,
};

/** A row. */
export type LogRow = { "kind": "day",
  /** The day. */
  date: string,
  /** "Today, Fri 4 Dec". */
  words: string,
  /** The day's sum. */
  credits: string, } | { "kind": "spend",
  /** Its id. */
  id: number,
  /** "15:52"; empty where only a date was typed. */
  time: string,
  /** "LTXV Turbo"; "–" where only an amount was typed. */
  action: string,
  /** "8 s, audio". */
  settings: string,
  /** How many pieces. */
  count: number,
  /** "≈ 165" or "294". */
  credits: string,
  /** Whether the figure is an estimate. */
  estimated: boolean,
  /** What was left after it. */
  left: string,
  /** Its tags, without `#`. */
  tags: Array<string>,
  /** Its note. */
  note: string,
  /** `charged`, `refunded`, `part_refunded`, `refund_expected`, `reserved`. */
  state: string,
  /** `keeper`, `reject`, `failed`, or none. */
  verdict: string | null,
  /** The line that would log it: what editing starts from. */
  line: string,
  /** "Monthly 4,000, Top-ups 1,400", "120 not covered": who paid. */
  paid: string, } | { "kind": "check",
  /** Its id. */
  id: number,
  /** When. */
  time: string,
  /** "Balance check: LTX Studio showed 9,766". */
  words: string,
  /** "−312", "+1,750", or "0". */
  difference: string,
  /** What was left after it. */
  left: string,
  /** "312 unlogged since Fri 27 Nov". */
  since: string, } | { "kind": "event",
  /** Its id, if it is an entry (and can be deleted). */
  id: number | null,
  /** When. */
  time: string,
  /** "Renewal", "Top-up of 5,000, ends Wed 3 Feb". */
  words: Array<Span>,
  /** "+28,000". */
  credits: string,
  /** What was left after it. */
  left: string,
  /** "expected, not confirmed", of a renewal that no check has shown yet; else empty. */
  state: string,
  /**
   * The renewal of the schedule that it is about, as one would type it: "2026-12-15 00:00"; none where it is none
   * that could have come at another time.
   */
  renewal: string | null,
  /** Whether it is said of it that it did not come. */
  not_come: boolean,
};

/** A window of the log. */
export type LogView = {
  /** What was asked. */
  query: LogQuery,
  /** "This cycle: 39 spends, 21,426 credits, and 312 unlogged". */
  summary: string,
  /** How many rows there are in all, day heads included. */
  total: number,
  /** Whether the book has no entry at all. */
  empty: boolean,
  /** The rows `offset..offset + rows.len()`. */
  rows: Array<LogRow>,
  /** For the scrollbar: the first row of each month, oldest last. */
  months: Array<MonthStart>,
};

/** How the window looks. */
export type Look = {
  /** `system`, `light`, `dark`. */
  theme: string,
  /** `system`, `more`. */
  contrast: string,
  /** `normal`, `roomy`. */
  density: string,
  /** Whether single letters work as keys. */
  single_keys: boolean,
};

/** Credits that lapsed. */
export type LossView = {
  /** "Sun 15 Nov, 00:00". */
  when: string,
  /** "not carried over". */
  words: string,
  /** "2,058". */
  credits: string,
};

/** A lot. */
export type Lot = {
  /** Its id: `void` and `extend` take it. */
  id: string,
  /** What is left in it. */
  left: number,
  /** When it began. */
  starts: string,
  /** When it ends. */
  expires: string | null,
  /** Whether it can pay now. */
  usable: boolean,
};

/** A lot in words. */
export type LotStory = {
  /** The lot, as the plan lists it. */
  lot: LotView,
  /** "Granted by the renewal of Sun 15 Nov." */
  why: string,
  /** "Pays next."; empty for one that has ended. */
  pays: string,
  /** "Ends with Mon 14 Dec: what is left at the renewal lapses." */
  ends: string,
  /** "2,058 of it lapsed." */
  lost: string | null,
};

/** A lot. */
export type LotView = {
  /** Its id. */
  id: string,
  /** "5,000". */
  left: string,
  /** "5,000". */
  granted: string,
  /** "Top-up of Wed 3 Dec, 12.00 EUR", "Granted Sun 15 Nov". */
  words: string,
  /** "ends Wed 3 Mar, 24:00", "does not end". */
  ends: string,
  /** The entry that made it, if it can be deleted or ended by hand. */
  entry: number | null,
};

/** Three quantiles. */
export type LowMidHigh = {
  /** 10 %. */
  low: number,
  /** 50 %. */
  mid: number,
  /** 90 %. */
  high: number,
};

/** Something at an instant, with its amount and its words. */
export type Mark = {
  /** When. */
  at: string,
  /** How much. */
  amount: number,
  /** Its caption. */
  words: string,
};

/** Where a month begins among the rows. */
export type MonthStart = {
  /** "Nov 2026". */
  words: string,
  /** The row. */
  row: number,
};

/** What a toast offers. */
export type Offer = "undo" | "redo";

/** A pack that the terms offer, in the words of a top-up. */
export type PackView = {
  /** "3,000 credits". */
  name: string,
  /** "3,000". */
  amount: string,
  /** "12.50 USD"; empty where it is not known. */
  cost: string,
  /** Its last day where it is bought now, or `never`; empty: as the terms say. */
  ends: string,
};

/** A grant that is still to come. */
export type Pending = {
  /** The entry that makes it. */
  entry: number,
  /** When it begins. */
  at: string,
  /** Into which pot. */
  pot: string,
  /** How much. */
  amount: number,
};

/** What happened to the plan. */
export type PlanEventKind = "renewed" | "came_at" | "not_come" | "paused" | "cancelled" | "resumed";

/** What it would do. */
export type PlanEventPreview = {
  /** What is wrong. */
  refusal: Refusal | null,
  /** Rows of "now" next to "then": balance, next renewal, what will lapse. */
  rows: Array<BeforeAfter>,
  /** What of the past is reckoned anew, in sentences; empty where nothing is. */
  rewrites: Array<string>,
};

/** Something that happened to the plan, as typed. */
export type PlanEventTyped = {
  /** What. */
  kind: PlanEventKind,
  /** When; empty for now. Of `came_at` it cannot be empty, of `not_come` it means nothing. */
  on: string,
  /** Which renewal came at another time or did not come; empty: the nearest, or the last that was due. */
  renewal: string,
  /** Of `renewed`: whether the next renewals stay where they were. */
  keeps_schedule: boolean,
};

/** The plan. */
export type PlanView = {
  /** "LTX Standard, since Thu 15 Oct 2026". */
  title: string,
  /** The terms in force, as sentences with fields. */
  terms: TermsView,
  /** What terms can start from. */
  presets: Array<TermsPreset>,
  /** Up to when the presets were looked up: "Nov 2026". */
  presets_as_of: string,
  /** What the preset could not say about the plan, in words. */
  nearest: string | null,
  /** Every version of the terms, oldest first. */
  versions: Array<TermsVersionView>,
  /** The pots, in burn order. */
  pots: Array<PotView>,
  /** The packs that a top-up can be filled in from. */
  packs: Array<PackView>,
  /** Two cycles side by side, the newer one last. */
  statements: Array<CycleStatement>,
  /** How many cycles there are. */
  cycles: number,
  /** The next renewal: "Tue 15 Dec". */
  next_renewal: string | null,
};

/** A pot and its lots. */
export type Pot = {
  /** Its name. */
  pot: string,
  /** What is left in it. */
  left: number,
  /** Its lots, in burn order. */
  lots: Array<Lot>,
};

/** A pot's page. */
export type PotPage = {
  /** The pot, as the plan lists it. */
  pot: PotView,
  /** "Pays first, before Top-ups. Nothing rolls over." */
  pays: Array<Span>,
  /** The lots that have not ended, in burn order. */
  lots: Array<LotStory>,
  /** Those that have, the newest first. */
  ended: Array<LotStory>,
  /** "4,058 lapsed since the book began on Thu 15 Oct, in 3 lapses." */
  lost: Array<Span>,
  /** Every lapse of the pot, the newest first. */
  losses: Array<LossView>,
  /** What renewals forgave of what was overdrawn, in a sentence; it belongs to no pot. */
  forgiven: string | null,
};

/** A pot's statement. */
export type PotStatement = {
  /** The pot. */
  pot: string,
  /** Left where the range begins. */
  opening: number,
  /** Granted. */
  granted: number,
  /** Refunded. */
  refunded: number,
  /** Gained. */
  gained: number,
  /** Always 0: what is overdrawn, and what is forgiven of it, belongs to no pot. */
  forgiven: number,
  /** Moved in from another pot. */
  moved_in: number,
  /** Spent. */
  spent: number,
  /** Unlogged. */
  unlogged: number,
  /** Lapsed. */
  lapsed: number,
  /** Moved out to another pot. */
  moved_out: number,
  /** Left where the range ends. */
  closing: number,
};

/** A pot. */
export type PotView = {
  /** Its place in the burn order, from 1. */
  place: number,
  /** Its name. */
  name: string,
  /** What is left, for the bar. */
  left: number,
  /** What was granted, for the bar; 0 where nothing was. */
  granted: number,
  /** What will lapse, for the hatch. */
  will_lapse: number,
  /** "6,262". */
  left_words: string,
  /** "28,000". */
  granted_words: string,
  /** "Granted Sun 15 Nov, ends Mon 14 Dec, 24:00." and "≈ 1,300 will lapse." */
  words: Array<Span>,
  /** Its lots in burn order, when it has any. */
  lots: Array<LotView>,
};

/** A tier of a service. */
export type Preset = {
  /** Its id: `ltx-standard`. */
  id: string,
  /** The service. */
  service: string,
  /** The tier. */
  tier: string,
  /** The allotment. */
  allotment: number,
  /** The unit's name. */
  unit: string,
  /** How often: `monthly`, `daily`, `yearly`, `once`. */
  cadence: string,
  /** What Runout's terms cannot say of it, in words. */
  nearest: string | null,
};

/** A price that seems to have moved; nothing is done about it until it is said what holds. */
export type PriceChangeView = {
  /** "Nano Banana rose from 49 to 65 since Thu 12 Nov (3 of 3)." */
  words: Array<Span>,
  /** "Use 65 from then". */
  use_words: string,
  /** The settings of the key, by name. */
  settings: { [key in string]: string },
};

/** A key of the price book. */
export type PriceRow = {
  /** The action's id. */
  action: string,
  /** Its name. */
  name: string,
  /** Whether the name is shown (the first row of its action). */
  first: boolean,
  /** "8 s, audio". */
  settings: string,
  /** "875 to 3,500", "900", or "–". */
  published: string,
  /** The strip. */
  strip: Strip,
  /** "5,000 to 5,400", "1,750". */
  usually: Span,
  /** Own observations. */
  n: number,
  /** "27 Nov", or "–". */
  last: string,
  /** Whether the action is hidden. */
  hidden: boolean,
  /** Other words for the action. */
  aliases: Array<string>,
  /** `video`, `image`, `actor`, `assist`, `other`. */
  kind: string,
  /** Where its price seems to have moved. */
  change: PriceChangeView | null,
};

/** The price book. */
export type PricesView = {
  /** "Published figures only. They miss often: the page that says 3,500 bills 5,400.", or a count. */
  summary: string,
  /** Every key, by action; the name stands once per action. */
  rows: Array<PriceRow>,
  /** How many actions are hidden. */
  hidden: number,
  /** The log axis: lowest and highest figure. */
  axis: [number, number],
  /** Where the published figures come from, and of when they are. */
  source: string,
};

/** A term of the sum under the sentence. */
export type Provenance = {
  /** Its words: "9,766", " checked Tue 1 Dec, 18:20". */
  spans: Array<Span>,
  /** Whether it is a confirmed figure (drawn with the ring). */
  confirmed: boolean,
  /** The first day of the log that it links to. */
  from: string | null,
};

/** Why a command was not carried out. A refusal is an answer: what was typed stays where it is. */
export type Refusal = {
  /** A stable name. */
  code: string,
  /** What is wrong and what to do, in a sentence. */
  message: string,
  /** The field that it belongs to, if it belongs to one. */
  field: string | null,
};

/** A button of a trouble bar. */
export type Remedy = "check_balance" | "open_another" | "restore_backup" | "try_again" | "dismiss";

/** A renewal. */
export type Renewal = {
  /** When. */
  at: string,
  /** "Renews Tue 15 Dec". */
  words: string,
  /** What is there right after it, in the future: 10, 25, 50, 75, 90 %. */
  opens: [number, number, number, number, number] | null,
};

/** What restoring a backup would change. */
export type RestorePreview = {
  /** The backup. */
  name: string,
  /** "Entries", "Left", "Last entry", … now and then. */
  rows: Array<BeforeAfter>,
};

/** Dates by which a tenth, half and nine tenths of the replays have run out; null beyond the horizon. */
export type RunOut = {
  /** The earlier end. */
  p10: string | null,
  /** The middle. */
  p50: string | null,
  /** The later end. */
  p90: string | null,
};

/** The screens. */
export type Screen = { "screen": "first_run", "view": FirstRunView } | { "screen": "closed" } | { "screen": "today", "view": TodayView } | { "screen": "log", "view": LogView } | { "screen": "plan", "view": PlanView } | { "screen": "pot", "view": PotPage } | { "screen": "statement", "view": StatementPage } | { "screen": "prices", "view": PricesView } | { "screen": "services", "view": ServicesView } | { "screen": "settings", "view": SettingsView };

/** A service in the menu of the rail. */
export type ServiceName = {
  /** Its number. */
  id: number,
  /** What it is called. */
  name: string,
  /** What is left of it: "6,262 credits"; a dash where it cannot be reckoned. */
  left: string,
};

/** A service in the overview. */
export type ServiceRow = {
  /** Its number. */
  id: number,
  /** What it is called. */
  name: string,
  /** Whether it lies open. */
  open: boolean,
  /** What is left, exact: "6,262". */
  left: string,
  /** Its unit's name. */
  unit: string,
  /** "Tue 15 Dec, in 11 days", "no renewal". */
  renewal: string,
  /** "from Sun 6 Dec; 55 % chance before the renewal"; where it cannot be reckoned, why. */
  run_out: Array<Span>,
  /** "≈ 1,300 on Tue 15 Dec"; empty where nothing will. */
  will_lapse: Array<Span>,
  /** When it was last checked: "3 days ago", "not yet". */
  checked: string,
  /** Whether the last check is older than 7 days. */
  checked_long_ago: boolean,
};

/** The overview. */
export type ServicesView = {
  /** One row for each service, in the order in which they were added. */
  rows: Array<ServiceRow>,
};

/**
 * A changed setting, as typed. Keys: `service`, `unit`, `zone`, `figures`, `first_weekday`, `clock_24`, `theme`,
 * `contrast`, `density`, `single_keys`, `certainty`.
 */
export type Setting = {
  /** Which. */
  key: string,
  /** Its new value. */
  value: string,
};

/** The settings. */
export type SettingsView = {
  /** The service's name. */
  service: string,
  /** The unit's name. */
  unit: string,
  /** Its decimals. */
  decimals: number,
  /** The zone. */
  zone: string,
  /** Every zone's name. */
  zones: Array<string>,
  /** Figures; `automatic` when they follow this computer. */
  figures: Figures,
  /** The chosen format: `automatic`, `6,262.5`, `6.262,5`, `6 262,5`, `6'262.5`, `6262.5`. */
  figures_choice: string,
  /** The look. */
  look: Look,
  /** The wanted certainty in per cent, 50 to 99. */
  certainty: number,
  /** The book's path. */
  path: string,
  /** Its size: "1.2 MB". */
  size: string,
  /** "Last: today, 09:12, checked". */
  last_backup: string,
  /** The backups, newest first. */
  backups: Array<Backup>,
  /** "Runout 0.1.0, SQLite 3.53.2, WebKitGTK 2.50.6". */
  versions: string,
};

/** A piece of text and what it means; the screen gives each mark its colour and weight. */
export type Span = {
  /** The words. */
  text: string,
  /** What they are. */
  mark: SpanMark,
};

/** What a piece of text is. */
export type SpanMark = "plain" | "fact" | "forecast" | "trouble" | "lapse" | "quiet";

/** `statement`: opening + granted + refunded + gained + forgiven = spent + unlogged + lapsed + closing. */
export type Statement = {
  /** left − overdrawn where the range begins. */
  opening: number,
  /** What the plan and the top-ups granted. */
  granted: number,
  /** What came back for spends. */
  refunded: number,
  /** What checks found beyond the ledger. */
  gained: number,
  /** Overdrawn credits that a reset dropped. */
  forgiven: number,
  /** Spent. */
  spent: number,
  /** What checks found missing. */
  unlogged: number,
  /** What expired, was voided, cut or forfeited. */
  lapsed: number,
  /** left − overdrawn where the range ends. */
  closing: number,
  /** The same per pot, without what nothing covered. */
  pots: Array<PotStatement>,
};

/** A line of a statement. */
export type StatementLine = {
  /** "Sun 15 Nov, 00:00". */
  when: string,
  /** "Spend: Veo 3, 8 s", "Renewal". */
  what: string,
  /** "+28,000", "−294"; empty where nothing moved. */
  credits: string,
  /** "6,262". */
  balance: string,
};

/** The page of a statement line by line. */
export type StatementPage = {
  /** What was asked. */
  query: StatementQuery,
  /** "Sun 15 Nov, 00:00 to today, 16:40". */
  words: string,
  /** The ranges that can be chosen. */
  ranges: Array<TermsChoice>,
  /** The pots that can be chosen, by name. */
  pots: Array<string>,
  /** The first line. */
  opening: StatementLine,
  /** What came and went, the oldest first. */
  lines: Array<StatementLine>,
  /** How many lines lie between the opening and the first that is shown. */
  earlier: number,
  /** "9,800 earlier lines are not shown; the export has them all." */
  earlier_words: string,
  /** The last line. */
  closing: StatementLine,
  /** Whether all lines lead from the opening balance to the closing one; the window says so if they do not. */
  adds_up: boolean,
};

/** Which statement. */
export type StatementQuery = {
  /** `cycle`, `before` for the cycle before, or `days`. */
  range: string,
  /** The first of the days, as typed; empty: since the book began. */
  from: string,
  /** The last of them, as typed; empty: to now. */
  to: string,
  /** The pot; empty for all. */
  pot: string,
  /** How many lines, the newest first to be shown. */
  limit: number,
};

/** A row of a statement. */
export type StatementRow = {
  /** "Lapsed at the renewal". */
  words: string,
  /** "−2,058". */
  figure: Span,
};

/** `status`: what is left and how sure. */
export type Status = {
  /** Now. */
  at: string,
  /** The unit's name. */
  unit: string,
  /** Its decimal places. */
  decimals: number,
  /** What could pay some action now. */
  left: number,
  /** The last balance check. */
  confirmed: Confirmed | null,
  /** Spends after that check. */
  logged_since: number,
  /** Found by checks in this cycle. */
  unlogged: number,
  /** How complete the log is, by past checks; null where none tells. */
  coverage: Coverage | null,
  /** Logged beyond what there was. */
  overdrawn: number,
  /** Granted on account in the running cycle; it will be billed. */
  billed: number,
  /** The running cycle. */
  cycle: Cycle | null,
  /** Every pot, in burn order. */
  pots: Array<Pot>,
  /** Grants that were entered and are still to come, by date: listed, not left. */
  pending: Array<Pending>,
  /** What can be spent today and still reach the renewal with the wanted certainty. */
  safe_today: number | null,
  /** What will lapse, when, from which pot. */
  will_lapse: Array<WillLapse>,
  /** The forecast, without its days; null while nothing is known. */
  forecast: Forecast | null,
};

/** The balance from an instant on. */
export type Step = {
  /** When. */
  at: string,
  /** left − overdrawn after it. */
  left: number,
  /** "−5,400 Veo 3, 8 s, audio": what the read-out says. */
  what: string,
};

/** A price strip on a log axis. */
export type Strip = {
  /** The published range. */
  published: [number, number] | null,
  /** The 8-in-10 range; none at n = 0. */
  range: [number, number] | null,
  /** What yours took, newest last, at most 20. */
  own: Array<number>,
};

/** The draft after an edit, and what it would do. Nothing is saved. */
export type TermsAnswer = {
  /** The draft; as it was, where the edit was refused. */
  terms: TermsView,
  /** What is wrong, at the field that was edited, at `from` or at `mode`. */
  refusal: Refusal | null,
  /** The field that has to be filled in next: a word that is counted needs its count. */
  next: string | null,
  /** Whether the draft says anything else than the terms in force. */
  changed: boolean,
  /** Whether "How?" has to be asked: a cycle that runs already gets other grants. */
  asks_how: boolean,
  /** The sentences that differ, as they are and as they would be. */
  sentences: Array<BeforeAfter>,
  /** Rows of "now" next to "then": balance, each pot, next renewal, what will lapse. */
  rows: Array<BeforeAfter>,
  /** What of the past is reckoned anew, in sentences. */
  rewrites: Array<string>,
  /** What a preset could not say, or counts otherwise than this book. */
  notes: Array<string>,
};

/** A word that a value can be. */
export type TermsChoice = {
  /** What is sent. */
  value: string,
  /** How it reads. */
  words: string,
};

/** Something that is added or taken away as a whole. */
export type TermsDeed = {
  /** What is sent as the edited field. */
  path: string,
  /** "Add a pot". */
  words: string,
};

/** One value of the terms, as typed or chosen. */
export type TermsEdit = {
  /** The field, or the deed; `document` for the whole text, `preset` for the terms of a preset. */
  path: string,
  /** What was typed or chosen; empty for a deed. */
  typed: string,
};

/** A value of the terms in its sentence. */
export type TermsField = {
  /** Its place in the document, lists counted from 1: "pots\[1\].grant.amount". */
  path: string,
  /** What it is called for a reader: "Allotment". */
  label: string,
  /** How it stands in the sentence: "15th". */
  words: string,
  /** What editing starts from: "15", or the value of the word that was chosen. */
  value: string,
  /** How it is edited. */
  kind: TermsKind,
  /** The words that it can be, where it is chosen from words. */
  choices: Array<TermsChoice>,
};

/** How a value is edited. */
export type TermsKind = "typed" | "chosen" | "zone" | "names";

/** A part of the terms: a pot, what is bought, what holds for the whole plan. */
export type TermsPart = {
  /** Where it stands in the document: "pots\[1\]", "top_ups", "plan". */
  path: string,
  /** Its name, where it needs one: a single pot has none. */
  title: string | null,
  /** "It pays first.", "Bought credits lie in it.": what it is, in words. */
  about: string,
  /** What it says. */
  sentences: Array<TermsSentence>,
  /** What can be added to it or taken away as a whole. */
  deeds: Array<TermsDeed>,
};

/** A piece of a sentence. */
export type TermsPiece = { "piece": "words",
  /** The words. */
  text: string, } | { "piece": "field" } & TermsField;

/** A preset that terms can start from. */
export type TermsPreset = {
  /** Its id: `ltx-standard`. */
  id: string,
  /** The service. */
  service: string,
  /** "Standard: 28,000 each month, 35 USD". */
  words: string,
};

/** A sentence of the terms. */
export type TermsSentence = {
  /** What it is about, the same before and after an edit. */
  path: string,
  /** Whether it says what is usual, so that it can be folded away. */
  usual: boolean,
  /** Its words and fields, in order. */
  pieces: Array<TermsPiece>,
  /** What can be done with it as a whole: taking a pack away. */
  deeds: Array<TermsDeed>,
};

/** A version of the terms. */
export type TermsVersionView = {
  /** From when on it holds, exactly: what taking it back is asked with. */
  from: string,
  /** "Since Thu 15 Oct 2026", "From Tue 15 Dec 2026", "Sun 15 Feb to Wed 14 Oct 2026". */
  when: string,
  /** "Lite, 8,000 each month". */
  words: string,
  /** Whether it holds now. */
  in_force: boolean,
  /** Whether it is still to come, and can be taken back. */
  pending: boolean,
};

/** The terms as they can be edited. */
export type TermsView = {
  /** The same terms as a document; a draft crosses as this text, whole. */
  document: string,
  /** The pots in the order of the document, then what holds for the whole plan. */
  parts: Array<TermsPart>,
};

/** An edit of a draft of the terms, and from when and how the draft would hold. */
export type TermsWish = {
  /** The draft, as it was answered last. */
  document: string,
  /** What is edited; nothing, to look at it again. */
  edit?: TermsEdit | null,
  /** `now`, `next` (the next renewal), `correct` (the version in force was wrong all along), or a date. */
  from: string,
  /** `difference`, `up_to`, `full`, `prorate`, `both`; only asked where a grant changes from now or a date. */
  mode?: string | null,
};

/** Today. */
export type TodayView = {
  /** The one truth that everything here is read from; what `status --json` prints. */
  status: Status,
  /** The first line. */
  sentence: Array<Span>,
  /** The second line. */
  second: Array<Span>,
  /** "learning, 3 of 7 days". */
  learning: string | null,
  /** A note in a bar: overdrawn. */
  note: string | null,
  /** The sum that adds up to what is left. */
  provenance: Array<Provenance>,
  /** "How is this reckoned?", in paragraphs. */
  reckoned: Array<string>,
  /** Safe today, Will lapse, What you can still make, Pays next: always four, in this order. */
  cells: Array<Cell>,
  /** "Nothing logged since Mon 23 Nov." and its days, while it is asked. */
  gap: Gap | null,
  /** The burn-down. */
  chart: Chart,
};

/** A top-up or a grant, as typed. */
export type TopUp = {
  /** "5,000". */
  amount: string,
  /** When; empty for now. */
  on: string,
  /** The last day on which it can be used; empty: as the terms say; `never`: it does not end. */
  ends: string,
  /** "12.00 EUR", or empty. */
  cost: string,
  /** Whether it was bought, or given. */
  bought: boolean,
};

/** A sentence about something wrong, and what can be done about it. */
export type Trouble = {
  /** A stable name: `book_damaged`, `book_newer`, `book_foreign`, `book_read_only`, `disk_full`, `clock_back`, … */
  code: string,
  /** What is wrong and what to do, in sentences. */
  words: string,
  /** The buttons. */
  remedies: Array<Remedy>,
};

/** What an action usually takes. */
export type Usually = {
  /** The estimate; what `estimate --json` prints. */
  estimate: Estimate,
  /** "≈ 5,400", or "5,400". */
  figure: Array<Span>,
  /** "5,000 to 5,400 in 4 of yours. Published: 875 to 3,500." */
  words: string,
  /** The price strip. */
  strip: Strip,
};

/** A whole view of the window. */
export type View = {
  /** What stands around every screen; none while there is no book. */
  frame: Frame | null,
  /** The screen itself. */
  screen: Screen,
  /** Troubles that belong to no screen, as bars above it. */
  troubles: Array<Trouble>,
};

/** Credits that will expire unused. */
export type WillLapse = {
  /** When. */
  at: string,
  /** From which pot. */
  pot: string,
  /** How many: the mean of the replays. */
  expected: number,
};

/** The commands of the window. */
export type Command =
  | "add_service"
  | "back_up"
  | "change_setting"
  | "change_terms"
  | "choose_csv"
  | "delete_entries"
  | "dismiss"
  | "edit_action"
  | "edit_line"
  | "edit_terms"
  | "expect_refund"
  | "export_book"
  | "export_statement"
  | "extend_lot"
  | "first_run_answer"
  | "import_book"
  | "import_csv"
  | "judge_entries"
  | "leave_sample"
  | "look"
  | "mark_days"
  | "new_service"
  | "note_event"
  | "open_another"
  | "preview_check"
  | "preview_event"
  | "preview_import"
  | "preview_restore"
  | "read_line"
  | "redo"
  | "refund"
  | "remove_service"
  | "repeat"
  | "restore"
  | "save_check"
  | "save_line"
  | "settle"
  | "show_in_folder"
  | "start"
  | "start_sample"
  | "tag_entries"
  | "top_up"
  | "try_again"
  | "turn_to"
  | "ui_ready"
  | "undo"
  | "void_lot"
  | "withdraw_terms";
