/** What a why says there is too little of. */
export type Shortage = 'staff' | 'money' | 'training' | 'time' | 'capacity';

const RESOURCES: Readonly<Record<Shortage, RegExp>> = {
  money: /^(money|funding|funds|fund|budget|budgets|budgetary|finance|finances|financial|cash|investment|funded|cuts|afford|affordable|underfunded|underfunding|cost|costs|expensive|unfunded)$/,
  training: /^(training|trained|untrained|skill|skills|skilled|unskilled|knowledge|expertise|experience|inexperienced|education|courses?|refreshers?|qualified)$/,
  time: /^(time|hours|busy|overstretched|stretched|overloaded|overworked|workload|workloads|pressure|pressures)$/,
  staff: /^(staff|staffing|staffed|understaffed|understaffing|people|workforce|headcount|manpower|personnel|workers?|nurses?|doctors?|gps?|consultants?|therapists?|physios?|carers?|clinicians?|managers?|recruitment|recruit|recruiting|retention|retain|vacancy|vacancies|posts?|hands|employees|practitioners?|pharmacists?|administrators?|wte|ftes?)$/,
  capacity: /^(capacity|resource|resources|resourcing|resourced|underresourced|beds?|bandwidth)$/,
};

const LACK = new Set('no none lack lacks lacking lacked insufficient inadequate inadequately enough short shorter shortage shortages shortfall shortfalls few fewer little less low limited missing need needs needed require required more extra additional without vacant unfilled gap gaps cannot cant couldnt difficult difficulty difficulties hard problem problems poor scarce scarcity constraint constraints constrained issue issues pressure pressures high too reduced reduction reductions'.split(' '));
/** Says the lack all by itself. */
const BOTH = new Set('understaffed understaffing underfunded underfunding underresourced overstretched stretched overloaded overworked busy untrained unskilled unfunded inexperienced vacancies cuts'.split(' '));
const FILLER = new Set('not the a an of in at on for to and or our we us they them their there here is are was were be been being has have had do does did it its this that these those with from by all any some very so much many just only simply really still now currently always often generally locally nationally across within into out up over than right about given get getting find due because as service services system organisation organisations area areas teams team levels level numbers number'.split(' '));

/** Says why: then the writer has gone further than the shortage. */
const GOES_ON = /\b(because|since|so that|as a result of|due to|caused by|which means|owing to|leads? to|led to|after|until|unless|when|while|whenever|although|but)\b/i;

/**
 * What a why says there is too little of, when it says nothing else: “lack of capacity”, “we need more training”.
 * Null when it says something more, such as how work is done or who decides. Up to two words of detail (“in the hospital
 * team”) say nothing more. It is the reason for a question to the writer, “What makes that so here?”, and never for a refusal.
 */
export function saysOnlyShortage(text: string): Shortage | null {
  const words = text.toLowerCase().replace(/[’']/g, '').replace(/under-(\w)/g, 'under$1').replace(/over-(\w)/g, 'over$1').replace(/\bnot (been |fully |properly )?(trained|skilled|funded)\b/g, 'un$2').match(/[a-z0-9]+/g) ?? [];
  const found = (Object.keys(RESOURCES) as Shortage[]).filter((kind) => words.some((word) => RESOURCES[kind].test(word)));
  const lacks = words.some((word) => LACK.has(word) || BOTH.has(word));
  // “due to lack of staff” begins with its reason; a reason after something else is the writer going on.
  const goesOn = GOES_ON.test(text.replace(/^\W*(because|due to|owing to|since|as a result of|caused by)( of)?\b/i, ''));
  if (!found[0] || !lacks || goesOn) return null;
  const rest = words.filter((word) => !LACK.has(word) && !BOTH.has(word) && !FILLER.has(word) && !found.some((kind) => RESOURCES[kind].test(word)));
  return rest.length <= 2 ? found[0] : null;
}

/** How the shortage is said back. */
export const shortageNames: Readonly<Record<Shortage, string>> = { staff: 'not enough staff', money: 'not enough money', training: 'not enough training', time: 'not enough time', capacity: 'not enough capacity' };
