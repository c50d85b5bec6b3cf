-- The rows of a book that Runout wrote while a book held one service only.
INSERT INTO about (id, made, sample, nearest, lineage, revision, clock_said) VALUES
  (1, 1795356000000, 0, NULL, 1795356000000, 11, 0);
INSERT INTO changes (id, at, name, state, revision) VALUES
  (1, 1795356000000, 'made the book', 'first', 1),
  (2, 1795359600000, 'logged Veo 3, 8 s, audio', 'done', 2),
  (3, 1795360200000, 'logged Veo 3, 8 s, audio', 'done', 3),
  (4, 1795360800000, 'added a top-up of 5,000', 'done', 4),
  (5, 1795361400000, 'set theme to dark', 'done', 5),
  (6, 1795361460000, 'marked Fri 20 Nov as quiet', 'done', 6),
  (7, 1795362000000, 'noted a balance of 20,000', 'dropped', 8),
  (8, 1795360800000, 'imported 1 spend from u.csv', 'done', 9),
  (9, 1795362300000, 'noted a balance of 20,000', 'undone', 11);
INSERT INTO entries (version, entry, change, supersedes, stands, natural_key, at, date_only, form, body) VALUES
  (1, 1, 1, NULL, 1, NULL, 1795356000000, 0, 2, '{"check":{"shown":22600}}'),
  (2, 2, 2, NULL, 1, NULL, 1795359600000, 0, 2, '{"spend":{"action":"veo-3","settings":{"audio":"yes","seconds":"8"},"credits":5400,"tags":["teaser"]}}'),
  (3, 3, 3, NULL, 1, NULL, 1795360200000, 0, 2, '{"spend":{"action":"veo-3","settings":{"audio":"yes","seconds":"8"},"credits":1800}}'),
  (4, 4, 4, NULL, 1, NULL, 1795360800000, 0, 2, '{"grant":{"amount":5000,"bought":true}}'),
  (5, 5, 7, NULL, 0, NULL, 1795362000000, 0, 2, '{"check":{"shown":20000}}'),
  (6, 6, 8, NULL, 1, 'csv c7bd2cae8118e969ac3b57b741092c73 1', 1795258800000, 1, 2, '{"spend":{"credits":77}}'),
  (7, 7, 9, NULL, 0, NULL, 1795362300000, 0, 2, '{"check":{"shown":20000}}');
INSERT INTO documents (version, kind, name, change, supersedes, stands, form, body) VALUES
  (1, 'service', '1', 1, NULL, 1, 2, '{"name":"LTX Studio","unit":"credits","decimals":0,"zone":"Europe/Berlin","start":"2026-11-14T23:00:00.000Z"}'),
  (2, 'terms', '1', 1, NULL, 1, 2, '{"from":"2026-11-14T23:00:00.000Z","mode":"full","terms":{"name":"LTX Studio Standard","pots":[{"name":"Monthly","rank":1,"grant":{"amount":28000,"cadence":{"every":{"every":{"count":1,"of":"month"},"day":"2026-12-15","time":"00:00:00","zone":"Europe/Berlin"}},"mode":"add"},"carry":"none"}],"within_rank":"soonest_end","overdrawn":"forgiven_at_renewal","price":{"currency":"USD","cents":3500}}}'),
  (3, 'action', 'ltxv', 1, NULL, 1, 2, '{"id":"ltxv","name":"LTXV","aliases":["ltx"],"kind":"video","published":{"low":50.0,"high":200.0,"open_ended":true}}'),
  (5, 'action', 'veo-3', 1, NULL, 1, 2, '{"id":"veo-3","name":"Veo 3","aliases":["veo3"],"kind":"video","published":{"low":875.0,"high":3500.0,"seconds":8.0}}'),
  (14, 'setting', 'theme', 5, NULL, 1, 2, '"dark"'),
  (15, 'mark', '2026-11-20', 6, NULL, 1, 2, '"nothing"');
INSERT INTO kept_forecasts (day, at, form, body) VALUES
  ('2026-11-22', 1795362000000, 2, '{"left":15400,"renewal":"2026-12-14T23:00:00.000Z","run_out":{"p10":null,"p50":"2026-12-06","p90":null},"left_at_renewal":null,"chance_before_renewal":0.55}');
