/**
 * The words both sides speak. Every list is closed: the database checks the same words,
 * the screens translate them through one catalogue (web/ui/text).
 */

/** The five script libraries, which are also the scenarios a message is sorted into, and one for what is not ours. */
export const scenarios = [
  'anti_fraud',
  'mediation',
  'business',
  'safety',
  'public_information',
  'other_office',
] as const
export type Scenario = (typeof scenarios)[number]

/** The scenarios that have a script library. */
export const libraries = ['anti_fraud', 'mediation', 'business', 'safety', 'public_information'] as const
export type Library = (typeof libraries)[number]

/** Where a message can come from. `seen_elsewhere` is what an officer was told outside every channel. */
export const channels = ['web', 'wechat', 'walk_in', 'phone', 'seen_elsewhere'] as const
export type Channel = (typeof channels)[number]

/** How a person tells a resident something that no message brings her. */
export const tellings = ['walk_in', 'phone', 'writing'] as const
export type Telling = (typeof tellings)[number]

/**
 * How far a swindle has come, which decides what is said first: the banks' stop of payment works for hours, not days.
 */
export const fraudStages = ['contacted', 'about_to_pay', 'just_paid', 'paid_long_ago'] as const
export type FraudStage = (typeof fraudStages)[number]

/** How far a draft is on its way to be used: written, with a colleague for review, or back with her words. */
export const draftStandings = ['draft', 'waiting', 'sent_back'] as const
export type DraftStanding = (typeof draftStandings)[number]

/** What is done with a version of a script; drafting and approving included. */
export const scriptStepKinds = ['drafted', 'submitted', 'approved', 'sent_back', 'withdrawn'] as const
export type ScriptStepKind = (typeof scriptStepKinds)[number]

export const roles = ['chief', 'officer', 'auxiliary', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** What somebody may do. Roles are sets of these (server/domains/officers/permissions.ts); routes name one each. */
export const permissions = [
  'station.read',
  'station.configure',
  'officers.read',
  'officers.manage',
  'residents.read',
  'residents.write',
  'residents.merge',
  'conversations.read',
  'conversations.write',
  'conversations.assign',
  'conversations.close',
  'scripts.read',
  'scripts.write',
  'rumours.decide',
  'scripts.approve',
  'services.read',
  'services.write',
  'cases.read',
  'cases.write',
  'cases.merge',
  'appointments.read',
  'appointments.write',
  'calendar.configure',
  'statistics.read',
  'matters.review',
  'exports.make',
  'audit.read',
  'jobs.manage',
  'contacts.transfer',
  'rumours.read',
  'rumours.write',
  'rumours.draft',
  'broadcasts.read',
  'broadcasts.write',
  'broadcasts.approve',
  'residents.import',
  'language.configure',
] as const
export type Permission = (typeof permissions)[number]

/** Whose matters one sees: an auxiliary the villages given to her, the others the whole station. */
export const scopes = ['villages', 'station', 'none'] as const
export type Scope = (typeof scopes)[number]

/** What an officer is rostered for: 'desk' answers messages, 'window' sits at the counter, 'patrol' is out. */
export const shiftKinds = ['desk', 'window', 'patrol'] as const
export type ShiftKind = (typeof shiftKinds)[number]

export const messageDirections = ['inbound', 'outbound', 'note'] as const
export type MessageDirection = (typeof messageDirections)[number]

export const fileKinds = ['photo', 'voice', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

/** How a conversation or case ended, as the person who closed it reads it (docs/figures). */
export const settlements = ['online', 'counter', 'scene', 'other_office', 'withdrawn'] as const
export type Settlement = (typeof settlements)[number]

export const caseKinds = ['service', 'help', 'dispute', 'fraud', 'safety', 'rumour', 'other'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStatuses = ['open', 'in_progress', 'waiting_resident', 'done', 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const clockKinds = ['service_limit', 'promise'] as const
export type ClockKind = (typeof clockKinds)[number]

export const appointmentStatuses = ['booked', 'arrived', 'served', 'no_show', 'cancelled'] as const
export type AppointmentStatus = (typeof appointmentStatuses)[number]

/** What the resident says at the end. An objection reopens the matter. */
export const verdicts = ['helped', 'not_helped', 'objection'] as const
export type Verdict = (typeof verdicts)[number]

export const inboxQueues = [
  'waiting',
  'mine',
  'villages',
  'unassigned',
  'emergency',
  'all',
  'closed',
] as const
export type InboxQueue = (typeof inboxQueues)[number]

/**
 * The offices the machine has sentences of. Another one is added below, among those a person chooses: this list is the
 * classes of the trained weights.
 */
const readOffices = {
  fire: { name: '消防救援', phone: '119' },
  ambulance: { name: '医疗急救', phone: '120' },
  citizen_hotline: { name: '政务服务便民热线', phone: '12345' },
  power: { name: '供电', phone: '95598' },
  legal_aid: { name: '法律援助', phone: '12348' },
  labour: { name: '人社劳动监察', phone: '12333' },
  medical_insurance: { name: '医保', phone: '12393' },
  market: { name: '市场监管', phone: '12315' },
  women: { name: '妇联', phone: '12338' },
  mental_health: { name: '心理援助', phone: '12356' },
  immigration: { name: '出入境', phone: '12367' },
  traffic_police: { name: '交警', phone: '12345' },
  court: { name: '法院', phone: '12368' },
  civil_affairs: { name: '民政', phone: '12345' },
  natural_resources: { name: '自然资源', phone: '12336' },
  town_government: { name: '镇政府', phone: '12345' },
  police_complaint: { name: '警务监督', phone: '12389' },
} as const
/** Those with a line of their own of which residents seldom write: only words that mean no other name them, or an officer. */
const chosenByHand = {
  transport: { name: '客运和公路', phone: '12328' },
  disabled_persons: { name: '残联', phone: '12385' },
  youth: { name: '青少年服务', phone: '12355' },
  online_content: { name: '网络举报', phone: '12377' },
  procuratorate: { name: '检察院', phone: '12309' },
  cadre_complaint: { name: '纪委监委（举报干部）', phone: '12388' },
} as const

/**
 * Offices a matter can be meant for, with the number a resident dials. Source: State Council Office 2022 No. 12 and the
 * offices' own notices, as collected on 2026-11-23.
 */
export const offices = { ...readOffices, ...chosenByHand } as const
export type Office = keyof typeof offices
export const officeCodes = Object.keys(offices) as Office[]
/** Those the machine has learned to name. */
export const readOfficeCodes = Object.keys(readOffices) as Office[]
export type ReadOffice = keyof typeof readOffices

/** Script variables: what an officer writes in braces, and where the value comes from. */
export const scriptVariables = [
  '居民称呼',
  '村名',
  '事项名称',
  '材料清单',
  '办理时限',
  '约定时间',
  '约定地点',
  '案件编号',
  '案件结果',
  '所名',
  '所电话',
  '所地址',
  '民警姓名',
] as const
export type ScriptVariable = (typeof scriptVariables)[number]

/** Length counts, not kinds of characters (NIST SP 800-63B §5.1.1.2). */
export const shortestPassword = 10

/** What became of an answer that another's channel carries. Accepted is not yet seen, and may still fail. */
export const deliveryStates = ['queued', 'sending', 'accepted', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** Why a sign-in by WeCom was refused, or a binding not made. */
export const wecomRefusals = [
  'outsider',
  'unbound',
  'unconfirmed',
  'suspended',
  'expired',
  'spent_code',
  'foreign_state',
  'unavailable',
  'taken',
] as const
export type WecomRefusal = (typeof wecomRefusals)[number]

/** What an officer can be told over WeCom. */
export const noticeKinds = [
  'emergency',
  'handed_over',
  'duty_tomorrow',
  'duty_now',
  'confirmation',
  'broadcast',
  'wechat_change',
  'rumour_reply',
  'rumour_due',
  'rumour_draft',
  'rumour_evidence',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What became known of a message afterwards. */
export const messageMarks = ['recalled', 'file_missing', 'late', 'by_servicer'] as const
export type MessageMark = (typeof messageMarks)[number]

/** Why a contact cannot be answered over its channel although there is time: until it writes again, or a colleague has it. */
export const lineStops = ['with_servicer', 'session_over'] as const
export type LineStop = (typeof lineStops)[number]

/** Who talks to a contact changes: at the workbench by an officer, or in the channel's own client. */
export const servicerChangeKinds = [
  'handed_over',
  'taken_back',
  'taken_in_client',
  'passed_on',
  'ended_in_client',
  'reopened_in_client',
] as const
export type ServicerChangeKind = (typeof servicerChangeKinds)[number]
/** Of the contacts of work accounts, which are looked for. `left`: the resident removed the account. */
export const contactStates = ['live', 'linked', 'unlinked', 'left', 'ended'] as const
export type ContactState = (typeof contactStates)[number]

/** How a work account came to have a contact no more; `missing`: found gone, nobody told us. */
export const followEnds = ['removed', 'transferred', 'missing'] as const
export type FollowEnd = (typeof followEnds)[number]

/** A code that WeCom was asked for: under way, there, or never answered. A refused one is nobody's and not shown. */
export const doorStates = ['asking', 'made', 'unanswered'] as const
export type DoorState = (typeof doorStates)[number]

/** Why somebody of the register may be a contact. */
export const linkReasons = ['phone', 'door', 'name', 'village'] as const
export type LinkReason = (typeof linkReasons)[number]

/** What is compared in full with WeCom. */
export const reconcileParts = ['contacts', 'groups'] as const
export type ReconcilePart = (typeof reconcileParts)[number]

/** Of the village groups, which are looked for. */
export const groupStates = ['live', 'unplaced', 'gap', 'dismissed'] as const
export type GroupState = (typeof groupStates)[number]

/** What can move in a group. `gap`: changes that WeCom never told us, or told late. */
export const groupChangeKinds = [
  'appeared',
  'joined',
  'left',
  'renamed',
  'owner',
  'dismissed',
  'gap',
] as const
export type GroupChangeKind = (typeof groupChangeKinds)[number]

/** What goes to a colleague when an officer moves or leaves, and how far one of it is. */
export const workHandoverKinds = ['contact', 'group', 'conversation', 'case'] as const
export type WorkHandoverKind = (typeof workHandoverKinds)[number]
export const workHandoverStates = ['waiting', 'asking', 'asked', 'done', 'refused'] as const

/** What a work account is: customer service, a member of WeCom, or an officer at the workbench. Never a private one. */
export const accountKinds = ['kf', 'wecom', 'workbench'] as const
export type AccountKind = (typeof accountKinds)[number]

/** What is searched, in the order it is shown. */
export const searchKinds = ['person', 'message', 'case', 'script', 'guide'] as const
export type SearchKind = (typeof searchKinds)[number]
/** What a rumour is about. */
export const rumourTopics = [
  'crime',
  'fraud',
  'disaster',
  'health',
  'school',
  'traffic',
  'services',
  'other',
] as const
export type RumourTopic = (typeof rumourTopics)[number]

/**
 * How far the station is with a rumour, which decides what it may say: heard of; being checked; after the official
 * notice; another office's matter; we were wrong; over.
 */
export const rumourStages = ['received', 'checking', 'notice', 'other_office', 'corrected', 'ended'] as const
export type RumourStage = (typeof rumourStages)[number]

/** Where what is known of a rumour comes from. */
export const evidenceKinds = ['official_notice', 'authority', 'on_site', 'document'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Of the rumours, which are looked for. */
export const rumourFilters = [
  'open',
  'due',
  'to_approve',
  'new_evidence',
  'groups_waiting',
  'ended',
  'all',
] as const
export type RumourFilter = (typeof rumourFilters)[number]

/**
 * Where a group or matter stands that asks: nothing yet; has the newest reply; has an older one; has one that was wrong
 * and not its correction.
 */
export const answerStates = ['waiting', 'answered', 'behind', 'to_correct'] as const
export type AnswerState = (typeof answerStates)[number]

/** 预警发布: a warning asks for something to be done now, a notice tells. */
export const broadcastKinds = ['warning', 'notice'] as const
export type BroadcastKind = (typeof broadcastKinds)[number]
export const broadcastUrgencies = ['emergency', 'important', 'ordinary'] as const
export type BroadcastUrgency = (typeof broadcastUrgencies)[number]
/** How one goes out. The loudspeaker's text is printed and read out by a person. */
export const broadcastChannels = ['groups', 'contacts', 'moments', 'page', 'loudspeaker'] as const
export type BroadcastChannel = (typeof broadcastChannels)[number]
export const broadcastSteps = [
  'drafted',
  'submitted',
  'refused',
  'approved',
  'started',
  'finished',
  'cancelled',
  'corrected',
  'withdrawn',
] as const
export type BroadcastStep = (typeof broadcastSteps)[number]
/** A newer one puts right what was wrong in an earlier one, or takes it back. */
export const aboutHows = ['correction', 'withdrawal'] as const
export type AboutHow = (typeof aboutHows)[number]
/** Why somebody is left out when it is drawn up whom a broadcast goes to. */
export const leftOutReasons = ['opted_out', 'no_consent', 'removed', 'left', 'no_account', 'quota'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]
/** How often WeCom lets one contact or group be written to by mass messages, as the station's corporation has set it. */
export const broadcastCaps = ['month', 'week', 'day'] as const
export type BroadcastCap = (typeof broadcastCaps)[number]
/** Of the broadcasts, which are looked for. */
export const broadcastFilters = ['all', 'to_approve', 'own', 'drafts', 'planned', 'sent', 'stopped'] as const
export type BroadcastFilter = (typeof broadcastFilters)[number]
/** Whether this officer may let it go out, and if not why. */
export const approvalAnswers = ['yes', 'own', 'no_permission', 'not_waiting'] as const
export type ApprovalAnswer = (typeof approvalAnswers)[number]
/**
 * How a household stands on a day: somebody there is a contact; a telephone number points to one; all are away; nobody
 * has a number; none of these. Who moved away is not resident.
 */
export const householdReaches = ['reached', 'perhaps', 'away', 'phoneless', 'open', 'departed'] as const
export type HouseholdReach = (typeof householdReaches)[number]

/** What came of a visit at a door. */
export const visitOutcomes = ['added', 'not_home', 'refused', 'later'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]
/** How somebody belongs to a household: she lives there (in one only), or only her 户口 is there. */
export const householdTies = ['lives', 'registered'] as const
export type HouseholdTie = (typeof householdTies)[number]

/** How a membership of a household began and ended (database/migrations/0120_register.sql). */
export const beganHows = [
  'recorded',
  'founded',
  'born',
  'moved_in',
  'married_in',
  'split',
  'merged',
  'returned',
  'imported',
] as const
export type BeganHow = (typeof beganHows)[number]
export const endedHows = ['moved_out', 'married_out', 'split', 'merged', 'died', 'corrected'] as const
export type EndedHow = (typeof endedHows)[number]

/** Why somebody is away who still belongs to the household. */
export const absenceReasons = ['work', 'school', 'army', 'care', 'other'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** How a person joins a household, leaves it, and how the household itself ends, as an officer records it. */
export const arrivalKinds = ['born', 'moved_in', 'married_in', 'registered'] as const
export type ArrivalKind = (typeof arrivalKinds)[number]
export const leavingKinds = ['moved_out', 'married_out', 'died', 'unregistered'] as const
export type LeavingKind = (typeof leavingKinds)[number]
export const householdEnds = ['moved_out', 'died_out'] as const
export type HouseholdEnd = (typeof householdEnds)[number]

/** What became of a household, a line of its history each. */
export const householdChangeKinds = [
  'founded',
  'split_off',
  'split_from',
  'merged_in',
  'merged_into',
  'moved_out',
  'died_out',
  'door',
  'corrected',
  'head',
  'born',
  'moved_in',
  'married_in',
  'registered',
  'left',
  'married_out',
  'unregistered',
  'died',
  'away',
  'back',
] as const
export type HouseholdChangeKind = (typeof householdChangeKinds)[number]

/** Of the households, which are looked for; and in what order. */
export const householdStates = ['resident', 'moved_out', 'merged', 'died_out', 'all'] as const
export type HouseholdState = (typeof householdStates)[number]
export const householdSorts = ['door', 'newest', 'people'] as const
export type HouseholdSort = (typeof householdSorts)[number]
