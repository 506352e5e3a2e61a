import { Kernel1763700000001 } from './0001-kernel';
import { Identity1763700000002 } from './0002-identity';
import { Plan1763700000003 } from './0003-plan';
import { Figures1763700000004 } from './0004-figures';
import { Search1763700000006 } from './0006-search';
import { Enter1763700000008 } from './0008-enter';
import { Live1763700000010 } from './0010-live';
import { Files1763700000011 } from './0011-files';
import { Causes1763700000012 } from './0012-causes';
import { Reviews1763700000014 } from './0014-reviews';
import { Versions1763700000017 } from './0017-versions';
import { RestrictedSearch1763700000018 } from './0018-restricted-search';
import { Summits1763700000021 } from './0021-summits';
import { Origins1763700000022 } from './0022-origins';
import { Rounds1763700000023 } from './0023-rounds';
import { Agreement1763700000026 } from './0026-agreement';
import { Reading1763700000028 } from './0028-reading';
import { LinksInThePast1763700000029 } from './0029-links-in-the-past';
import { History1763700000031 } from './0031-history';
import { EndsAndTimes1763700000032 } from './0032-ends-and-times';
import { BoardsDecide1763700000033 } from './0033-boards-decide';
import { CauseSearch1763700000034 } from './0034-cause-search';
import { Measures1763700000040 } from './0040-measures';
import { Milestones1763700000041 } from './0041-milestones';
import { Cycles1763700000042 } from './0042-cycles';
import { Assessed1763700000043 } from './0043-assessed';
import { Closure1763700000044 } from './0044-closure';
import { Drafts1763700000046 } from './0046-drafts';
import { Supply1763700000050 } from './0050-supply';
import { Demand1763700000051 } from './0051-demand';
import { Mentions1763700000052 } from './0052-mentions';
import { Unused1763700000053 } from './0053-unused';
import { Promises1763700000054 } from './0054-promises';
import { Scenarios1763700000055 } from './0055-scenarios';
import { DaysCheck1763700000056 } from './0056-days-check';
import { Wanted1763700000057 } from './0057-wanted';
import { LoadVerdicts1763700000058 } from './0058-load-verdicts';
import { ImportedEffort1763700000059 } from './0059-imported-effort';

/** In the order in which they run. */
export const migrations = [
  Kernel1763700000001,
  Identity1763700000002,
  Plan1763700000003,
  Figures1763700000004,
  Search1763700000006,
  Enter1763700000008,
  Live1763700000010,
  Files1763700000011,
  Causes1763700000012,
  Reviews1763700000014,
  Versions1763700000017,
  RestrictedSearch1763700000018,
  Summits1763700000021,
  Origins1763700000022,
  Rounds1763700000023,
  Agreement1763700000026,
  Reading1763700000028,
  LinksInThePast1763700000029,
  History1763700000031,
  EndsAndTimes1763700000032,
  BoardsDecide1763700000033,
  CauseSearch1763700000034,
  Measures1763700000040,
  Milestones1763700000041,
  Cycles1763700000042,
  Assessed1763700000043,
  Closure1763700000044,
  Drafts1763700000046,
  Supply1763700000050,
  Demand1763700000051,
  Mentions1763700000052,
  Unused1763700000053,
  Promises1763700000054,
  Scenarios1763700000055,
  DaysCheck1763700000056,
  Wanted1763700000057,
  LoadVerdicts1763700000058,
  ImportedEffort1763700000059,
];
