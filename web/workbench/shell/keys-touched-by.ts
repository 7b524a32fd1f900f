import type { Change } from '../../api/live.ts'

const inbox = [['counts'], ['conversations'], ['home']]

/** Which of the things on screen an event makes old. Looks of colleagues make nothing old. */
export function keysTouchedBy(change: Change): string[][] {
  const [noun, deed] = change.name.split('.')
  if (deed === 'read' || deed === 'searched') return [['contact-reads']]
  if (deed === 'listed') return []
  const conversation = change.conversationId ? [['conversation', change.conversationId]] : []
  // What was said, and what is known of case and appointment, fills the scripts.
  const suggestions = change.conversationId ? [['suggestions', change.conversationId]] : []
  // A message sent or come may have answered what a rumour's list waits for.
  const rumours = change.conversationId ? [['conversation-rumours', change.conversationId], ['rumour']] : []
  switch (noun) {
    case 'message':
    case 'transcript':
    case 'triage':
      // Photos of papers are told in messages.
      return [...inbox, ...conversation, ...suggestions, ...rumours, ['appointment']]
    case 'note':
      return [...conversation, ['mentions'], ['counts']]
    case 'referral':
      return [...inbox, ...conversation, ['referrals']]
    case 'conversation':
      return [...inbox, ...conversation]
    case 'case':
      // A call stands on two pages: her own case's, and that of the case whose outcome it is about.
      if (deed?.startsWith('call_')) return [['case'], ['home']]
      return [
        ['cases'],
        ['case', change.subjectId],
        ['home'],
        ...conversation,
        ...suggestions,
        // The list of a case is that of its appointment too, and ends and merges with it.
        ['appointment'],
      ]
    case 'appointment':
      return [
        ['appointments'],
        ['appointment', change.subjectId],
        ['slots'],
        ['home'],
        ...conversation,
        ...suggestions,
      ]
    case 'edition':
      return [['edition-proposals'], ['edition-proposal'], ['home'], ['scripts'], ['guides']]
    case 'script':
      return [['scripts'], ['script', change.subjectId]]
    case 'rumour':
      return [
        ['rumours'],
        ['rumour', change.subjectId],
        ['home'],
        ['conversation-rumours', ...(change.conversationId ? [change.conversationId] : [])],
      ]
    case 'cap_alert':
      return [['cap-alerts'], ['cap-alert']]
    case 'cap_grades':
      return [['cap-grades']]
    case 'broadcast_template':
      return [['broadcast-templates'], ['broadcast-template', change.subjectId]]
    case 'broadcast':
      return [['broadcasts'], ['broadcast', change.subjectId], ['broadcast-audience'], ...conversation]
    case 'guide':
      return [['guides'], ['guide'], ['guide-rereads'], ['home'], ['appointment']]
    case 'access':
    case 'access_link':
    case 'access_code':
      // A resident who has opened her page hears from now on what is written to her.
      return [['conversation'], ['case']]
    case 'household':
      return [['households'], ['household'], ['household-matters'], ['village'], ['resident'], ['residents']]
    case 'register_import':
      return [
        ['register-imports'],
        ['register-import', change.subjectId],
        ...(deed === 'finished' || deed === 'undone' ? [['residents'], ['resident']] : []),
      ]
    case 'register_export':
      return [['register-exports']]
    case 'resident':
    case 'contact':
      return [
        ['residents'],
        ['resident'],
        ['resident-consents'],
        // Only what makes pairs or takes them away: the list reads the whole register.
        ...(/^(merged|unmerged|told_apart)/.test(deed ?? '') ? [['resident-duplicates']] : []),
        ['external-contacts'],
        ['external-contact'],
        ...conversation,
      ]
    case 'external_contact':
      return [['external-contacts'], ['external-contact'], ['work-accounts']]
    case 'chat_group':
      return [['chat-groups'], ['chat-group'], ['chat-group-attendance'], ['chat-group-doors']]
    case 'contact_door':
      return [['contact-doors']]
    case 'reconcile':
      return [
        ['wecom-reconciles'],
        ['external-contacts'],
        ['work-accounts'],
        ['chat-groups'],
        ['chat-group-attendance'],
      ]
    case 'broadcast_task':
      return [['broadcasts'], ['broadcast', change.subjectId]]
    case 'handover':
      return [['handovers'], ['handover']]
    case 'weekly_report':
      return [['weekly-report']]
    case 'officer':
    case 'station':
    case 'village':
      return [['officers'], ['villages'], ['station'], ['session'], ['own-member'], ['wecom-members']]
    case 'shift':
      return [['shifts'], ['officers'], ['home']]
    case 'calendar':
      return [['opening-hours'], ['calendar'], ['slots'], ['counters']]
    case 'matter':
      return [['reviews'], ['statistics']]
    case 'phone_task':
      return [['home'], ...conversation]
    case 'wechat':
    case 'wechat_change':
      return [['wechat'], ['home'], ['wechat-change']]
    case 'door_visit':
      return [['door-round']]
    case 'officer_notice':
      return [['own-notices'], ['wechat']]
    case 'job':
      return [['dead-letters']]
    default:
      return []
  }
}
