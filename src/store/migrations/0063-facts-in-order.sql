-- Whether anything has come in since a settlement was prepared is asked whenever it is looked at.
-- Facts lie in the order in which they came, so a summary of some pages at a time finds the last of
-- them; it costs next to nothing to keep.
create index fact_in_order on fact using brin (number)
  with (pages_per_range = 32, autosummarize = on);
