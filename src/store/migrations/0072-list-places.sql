-- Lists stand in the order of moments, and of those of one moment in that of references: what came
-- within one millisecond is cut at neither.
create index arrival_by_place on arrival (programme, at, id);
create index import_by_place on import (programme, at, id);
create index referral_by_place on referral (programme, at, id);
drop index look_by_programme;
create index look_by_place on look (programme, at, id);
