-- Words that nothing ever wrote: the first answer is a figure over messages, not a deadline of a case; and only cases
-- keep a conversation open.
alter table case_clocks drop constraint case_clocks_kind_check,
  add constraint case_clocks_kind_check check (kind in ('service_limit', 'promise'));
alter table conversation_holds drop constraint conversation_holds_holder_kind_check,
  add constraint conversation_holds_holder_kind_check check (holder_kind = 'case');
