import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseXml } from './parse-xml.ts'
import { readCallbackEvent } from './read-callback-event.ts'
import { readJsonCallback } from './read-json-callback.ts'

const read = (inner: string) =>
  readCallbackEvent(
    parseXml(`<xml><FromUserName>sys</FromUserName><CreateTime>1700000000</CreateTime>${inner}</xml>`),
  )

test('a message waits: without account, as servers of 2021 sent it, too', () => {
  const event = read('<Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[T]]></Token>')
  assert.ok(event.kind === 'kf_waiting')
  assert.deepEqual([event.token, event.openKfid, event.createTime], ['T', '', 1_700_000_000])
})

test('grants of accounts, each repeated', () => {
  const event = read(
    '<Event>kf_account_auth_change</Event><AuthAddOpenKfId>a</AuthAddOpenKfId><AuthAddOpenKfId>b</AuthAddOpenKfId>' +
      '<AuthDelOpenKfId>c</AuthDelOpenKfId>',
  )
  assert.ok(event.kind === 'kf_grants')
  assert.deepEqual([event.added, event.removed], [['a', 'b'], ['c']])
})

test('a contact comes, with and without what is optional', () => {
  const full = read(
    '<Event>change_external_contact</Event><ChangeType>add_external_contact</ChangeType><UserID>o</UserID>' +
      '<ExternalUserID>wm</ExternalUserID><State>grid-0312</State><WelcomeCode>W</WelcomeCode>',
  )
  assert.ok(full.kind === 'contact')
  assert.deepEqual([full.changeType, full.userId, full.externalUserId], ['add_external_contact', 'o', 'wm'])
  assert.deepEqual([full.state, full.welcomeCode, full.source], ['grid-0312', 'W', ''])
  const bare = read('<Event>change_external_contact</Event><ChangeType>del_follow_user</ChangeType>')
  assert.ok(bare.kind === 'contact' && bare.welcomeCode === '' && bare.userId === '')
})

test('members of a group, in both forms, with the chain of versions', () => {
  for (const list of ['<Item><![CDATA[a]]></Item><Item>b</Item>', '<![CDATA[a,b]]>']) {
    const event = read(
      '<Event>change_external_chat</Event><ChatId>wr</ChatId><ChangeType>update</ChangeType><JoinScene>1</JoinScene>' +
        `<UpdateDetail>add_member</UpdateDetail><MemChangeCnt>2</MemChangeCnt><MemChangeList>${list}</MemChangeList>` +
        '<LastMemVer>x</LastMemVer><CurMemVer>y</CurMemVer>',
    )
    assert.ok(event.kind === 'chat')
    assert.deepEqual([event.members, event.memberCount, event.joinScene], [['a', 'b'], 2, 1])
    assert.deepEqual([event.lastVersion, event.currentVersion, event.quitScene], ['x', 'y', undefined])
  }
})

test('tags, members, buttons, and what is not known', () => {
  const tag = read('<Event>change_external_tag</Event><Id>et</Id><TagType>tag</TagType>')
  assert.ok(tag.kind === 'tag' && tag.id === 'et' && tag.tagType === 'tag')
  const member = read('<Event>change_contact</Event><UserID>a</UserID><NewUserID>b</NewUserID>')
  assert.ok(member.kind === 'member' && member.newUserId === 'b')
  const card = read('<Event>template_card_event</Event><TaskId>t</TaskId><ResponseCode>r</ResponseCode>')
  assert.ok(card.kind === 'card' && card.taskId === 't' && card.responseCode === 'r')
  assert.equal(read('<Event>of_next_year</Event><What>1</What>').kind, 'other')
  assert.equal(read('').kind, 'other')
  const json = {
    Event: 'change_external_chat',
    MemChangeList: ['a', 'b'],
    MemChangeCnt: 2,
    X: null,
    Y: { Z: true },
  }
  const event = readCallbackEvent(readJsonCallback(JSON.stringify(json)))
  assert.ok(event.kind === 'chat' && event.members.length === 2 && event.memberCount === 2)
})
