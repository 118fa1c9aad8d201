// Every refusal in Chinese: what is the matter, and what to do next.
import { bandsText } from '../bands.ts';
import { sheetFlawText } from '../sheet-flaws.ts';
import { zhResultRefusals } from './result.ts';
import type { RefusalText } from './words.ts';

const ROLES = { moderator: '主持', clerk: '工作人员', supervisor: '监督员' } as const;

export const zhRefusals: RefusalText = {
  'logged-out': '您没有登录，或登录已经失效，这一步没有执行。请登录，再做一次。',
  'account-shut': '这个账号已由主持停用。请用别的账号登录，或向主持要一个登记链接。',
  'wrong-passphrase': '姓名或口令不对。请核对后再试。',
  'no-right': ({ by }) => {
    const who = by.map((role) => ROLES[role]).join('或');
    return `这一步只有${who}能做，没有执行。请找${who}，或用这样的账号登录。`;
  },
  'own-account': '不能停用自己的账号。请另一位主持来停用。',
  'invitation-unknown': '没有这个登记链接，网址可能没有复制完整。请核对，或要一个新的。',
  'invitation-used': '这个登记链接已经用过，只能用一次。登记过的请直接登录，否则请要一个新的。',
  'invitation-over':
    '这个登记链接已经失效：满一天就过期，发链接的主持被停用时也会作废。请要一个新的。',
  // The page that covers all others says more (foreign.ts).
  'foreign-origin': ({ origin, open }) =>
    `主机不认识网址${origin && `（${origin}）`}，没有执行。请用${open[0] ?? '工作人员给的网址'}。`,
  'no-origin':
    '这次提交没有写明来自哪个网页（Origin），没有执行。请用浏览器打开会场主机的网页来操作。',
  'cross-site': '这次提交来自别的网站，没有执行。请打开会场主机的网页，在那里操作。',
  'not-joined': '这台设备还没有入席。请扫您的二维码，或输入短码。',
  'wrong-key': '这个演练链接不对。请到演练页上重新复制。',
  'metrics-closed': '运行数据只有主机自己能读。从别的机器读，请带上--metrics-token所设的口令。',
  malformed: '提交的内容不完整或格式不对。请刷新页面，核对后再试。',
  'hidden-character': ({ character }) =>
    `文字里夹着看不见的字符（${character}），没有提交。请删掉重新输入，不要从别处粘贴。`,
  'text-too-long': ({ max }) => `文字太长，最多${max}个字。请改短后再提交。`,
  'too-many': '尝试次数太多。请改用扫码，或十分钟后再试；急用请找工作人员。',
  'login-locked': ({ here }) =>
    here
      ? '这台设备上试错太多次。请十分钟后再试，或请主持给新的登记链接。'
      : '这个名字试错太多次。请用登录过的设备，或在主机用--staff-link取链接，或等十分钟。',
  paused: ({ seconds }) => `一下子发来的太多，暂停约${seconds}秒。请开着这一页，稍后自动接通。`,
  'places-full': '连接已满，暂时没有空位。请开着这一页，有空位时自动接通。',
  'other-version': '系统更新过，这一页还是原来的。请重新载入。',
  'open-elsewhere': '同时打开的页面太多，这一页已断开。请关掉别的页面，再试一次。',
  'not-saved': '没有保存成功，这一步不算。请再试一次；若仍不行，请检查主机的磁盘。',
  busy: '系统正忙，这一步还没有做。请等几秒钟再试。',
  'no-such-meeting': '没有找到这个会议。请核对网址，或重新扫码进入。',
  'meeting-unopened':
    '这个会议的数据文件打不开，没有改动它。请告诉工作人员，原因和办法写在主机的窗口里。',
  'not-a-rehearsal': '这是正式会议，没有执行。只有演练可以删除，也只有演练能用模拟手机。',
  'phones-here': '模拟手机已经在会上，没有再次入场。要换数量，请先让它们离场。',
  'nobody-to-play': '名册里还没有评议代表，没有代表可以模拟。请先导入代表名单。',
  'rehearsals-full': ({ most }) => `演练已有${most}场，不能再多。请先删除一场，再新建。`,
  'rehearsal-deleted': '这场演练已经删除。请关掉本页，或回到正式会议。',

  stale: '会场已经往前走了，这一步没有执行。请看清当前画面，需要时再按一次。',

  'roster-in-use': '名单已用于发码、席位、抽签或评分，不能整份替换。请逐人调整，或新建会议。',
  'roster-empty': '名单里一个人或一家单位都没有。请核对文件，再导入一次。',
  'duplicate-id': ({ id }) => `“${id}”已经用过了。请换一个，再试一次。`,
  'unknown-subject': ({ id }) => `没有编号为“${id}”的单位。请核对编号，或先导入单位名单。`,
  'subject-needed': ({ id }) =>
    `文件里没有单位“${id}”，但议程、回避、材料或退出记录要用它。请把它加回文件，再导入。`,
  'unknown-reviewer': ({ id }) =>
    `没有编号为“${id}”的评议代表，或尚未发码。请核对编号，或先导入名单。`,
  'unknown-group': ({ id }) => `没有“${id}”这个组别。请刷新页面，再设一次权重。`,
  'unknown-item': '议程里没有这个环节。请刷新页面，从议程中重新选择。',
  'unknown-sheet': '没有找到评分表。请先保存评分表，再用到议程中。',
  'no-weight': '各组权重都是0，算不出得分。请至少给一个组大于0的权重。',
  'weights-while-open': '正在评分，权重不能改。请等评分截止后再改。',
  'sheet-invalid': ({ flaw, name }) => sheetFlawText.zh[flaw](name),
  'sheet-has-ballots':
    '已经有人用这一版评分表评过分。请写明修改的理由再保存：已交的票不变，之后的评分用新的一版。',
  'nobody-scores': '没有一个组别有这些单位的评分表。请在议程里给这一环节选好评分表，再开始评分。',
  'ring-not-drawn': '互评次序还没有抽，这一环节不知道谁评谁。请先完成“抽互评次序”，再开始评分。',
  'ring-too-few': ({ units, next }) =>
    `一个类别里只有${units}家单位，不能每家评${next}家。请在议程里把每家评的家数改小，再开始评分。`,
  'scheme-invalid': '计分办法有误。请核对去掉的票数、拉回的界线和保密下限，保密下限不能小于2。',
  'item-started': '这个环节已经开始，不能再改。请在它后面添加新的环节。',
  'agenda-invalid': '议程有误。请核对每个环节的单位、评分表和随机源，环节不能重复。',

  'item-on-stage': '这个环节正在台上，不能移动。请先进入别的环节。',
  'drawn-order': '抽签排定的单位和顺序不能在这里改。请到现场的议程里逐个调整，并写明理由。',
  'meeting-invalid': '会议名称不能空着。请填写后再保存。',
  'retention-not-over': ({ until }) =>
    `个人信息要保存到${until}，现在还不能删除。请在那天之后再来，或先改保存期限。`,
  'already-erased': '个人信息已经删除，没有可改的了。',
  'erase-round-open': '还有评分没有截止。请先截止评分，再删除个人信息。',
  'subject-out': '这家单位已经退出或合并。要用到它，请先恢复。',
  'subject-on-stage': '这家单位正在台上或正在评分。请先截止评分，进入下一个环节，再办理。',
  'subject-scored': ({ id }) =>
    `单位“${id}”在另一轮里评分。请不要列入这一轮；要改得分，请在那一轮说明理由重新评分。`,
  'same-subject': '合并要选两家不同的单位。',
  'document-there': '这家单位已经有这份材料，不用再传。',
  'document-unknown': '没有找到这份材料，可能已被撤下。请刷新页面。',
  'document-too-large': ({ maxMegabytes }) =>
    `文件超过${maxMegabytes} MB。请压缩后再传，或拆成几份。`,
  'document-media': '只能上传PDF、图片（JPG、PNG、WebP）、纯文本和Markdown。请换一种格式。',

  'same-person': '互换要选两位不同的代表。',
  'seat-gone': '这个席位已由递补的代表接替，或记为空缺，不再使用。有疑问请到签到台。',
  'seat-left': '您已登记提前离场。要回来评议，请重新扫码，或到签到台登记。',
  'already-here': '这个席位已经签到。要离开，请登记“提前离场”。',
  'has-voted': '这个席位在本轮已经评分，不能取消签到。要离开，请登记“提前离场”。',
  'no-reserve':
    '这一组的递补名单里没有能来的人：没有到场，或同样要回避。请让递补代表先扫码或到签到台登记到场。',
  'not-recused': '这位代表没有登记回避这家单位。请先登记回避，再办理递补。',
  'nobody-absent': '没有缺席的席位，不用递补。',
  'in-reserve': ({ place }) =>
    `您在递补名单上，同组同类的人里排第${place}位。请在会场等候，有席位时手机会提示。`,
  'marked-away': '签到台登记您已离开会场，暂不递补。您还在的话，请重新扫码。',
  'paper-unknown': '没有这张待核对的纸质票，可能已经核对或撤下。请刷新页面。',
  'paper-same-person': '录入和核对要由两个人完成。请换一位工作人员核对。',
  'paper-differs': '两次录入不一致，没有计入。请一起对照纸质票：录错的一方撤下重录。',
  'paper-overtaken':
    '录入以后，这一席又在手机上交了票，以手机票为准。本人要以纸质票为准的，请撤下重录。',
  'papers-waiting': ({ n }) =>
    `还有${n}张纸质票没有核对，截止后不再计入。请先核对或撤下，或看清张数后再截止。`,
  'already-seated': ({ id }) => `“${id}”已经在席位上。请从这次名单里去掉，再试一次。`,
  'no-seat': '您在评议代表名单里，但这次没有席位。请在会场等候，有疑问请找签到台。',
  'ticket-unknown': '没有这个码。请对照纸上的字再输一次，或直接扫二维码。',
  'ticket-revoked': '这个码已经停用。请用新发的码，或到签到台领取。',
  replaced: '这个席位换了手机，或换了码。要用这部手机，请重新扫您手里的码。',
  takeovers: '十分钟内换手机太多次。请带着您的码到签到台核对。',
  'no-comments': '这张评分表不收意见。评分不受影响。',
  'comment-without-ballot': '意见要随评分票一起留下。请先提交评分，或选择弃权。',
  'comment-unknown': '没有这条意见，或本人已经收回。请刷新本页。',
  'comment-few': ({ n }) => `该组评这家单位的不足${n}票，容易看出是谁写的，不能发布。`,
  ...zhResultRefusals,

  'already-recused': '这位代表对该单位已经登记回避，不必再登记。',
  'board-awaited': '已揭晓的成绩要在这个排行上公布。请先走到这个排行，把名次公布完。',
  'recusal-while-live': '该单位正在实时评分，开始以后不能再登记回避。请这位代表在手机上弃权。',
  'recusal-too-late': '该单位的评分已经截止，回避不能再改变结果。确有需要，请说明理由后重新评分。',

  'draw-running': '这次抽签已经锁定。请先完成它，或说明理由后作废。',
  'draw-not-ready': '抽签还没到这一步。请按画面提示，先锁定，再读入随机源。',
  'draw-over': '这次抽签已经有结果，不能再改。请继续下一个环节。',
  'not-drawn': '这次已改由别人提问，没有改动。请看当前画面。',
  'nobody-next': '这次抽签的递补名单里没有能接替的人了。请再抽一次，或跳过这一项。',
  'pool-too-small': ({ people, have, want }) =>
    people
      ? `可抽的只有${have}人，不够抽${want}人。请减少抽取人数，或补充名单。`
      : `可抽的只有${have}家，不够抽${want}家。请减少抽取家数，或补充名单。`,
  'nothing-to-seal': '名册还是空的，没有可封存的名单。请先导入名册。',
  'no-entropy-source': '没有可用的随机源。请在这个环节里加上掷骰，再锁定。',
  'dice-wrong': ({ have, want }) =>
    `需要${want}个点数，收到${have}个。请按掷出的顺序输入：十面是0到9，六面是1到6。`,
  'dice-elsewhere': '这一遍刚在另一台设备上改过。请对着骰子看大屏，再接着录。',
  'first-reading-open': '第一遍还没有录完。录完再录第二遍。',
  'digit-stands': '这一位两人都读过，已经算数，不能再改。请掷下一位。',
  'digit-thrown': '第一位已经掷出，不能作废。请掷完剩下的；看不清的那一位单独重掷。',
  'lots-not-made': '签或按名额的组成还没有算好，或者名单、名额改过。请先算好，再锁定。',
  'lots-too-few': ({ people, seats }) =>
    `名单有${people}人，每签只有${seats}席，签太少，有人一支也排不上。请增加签数。`,
  'words-open': '手机还在交字。请先截止收字，再往下走。',
  'words-closed': '收字已经截止，您这次没有赶上，不影响抽签。',
  'word-missing': '请输入1到40个字，再提交。',
  'word-sent': '每人交一次，您已经交过了。',
  'quota-wrong': ({ people, cell, have, want }) =>
    people
      ? `“${cell}”只有${have}人可抽，不够${want}人。请改各组名额。`
      : `“${cell}”只有${have}家可抽，不够${want}家。请改各类名额。`,
  'quotas-contradict': ({ attribute, minima, sum, take }) =>
    `${attribute === 'group' ? '各组' : `“${attribute}”`}的${minima ? '下限合计' : '上限合计只有'}${sum}，${minima ? '多于' : '不够'}要抽的${take}人。请改名额。`,
  'ranking-closed': '排行还没有全部公布，或公布后又有新结果。请先在排行环节全部公布，再锁定。',
  'bands-overlap': ({ units }) =>
    `有名次的只有${units}家，前几名和后几名有重叠。请改小名次数，再锁定。`,
  'band-too-small': ({ band, have, want }) =>
    `“${bandsText.zh.name(band)}”里可抽的只有${have}家，不够${want}家。请减少家数，或改名次数。`,
  'not-shared': ({ place }) =>
    `第${place}名现在没有并列，不用抽签定序。请看排行，改名次或去掉这一环节。`,
  'salt-lost': '这次抽签的密封随机数找不到了，结果无法得出。请说明理由作废，再用掷骰重抽。',
  'salt-not-kept': '监督员的设备还没有保管随机数。请监督员先在控制台按“保管随机数”，再锁定。',
  'salt-not-asked': '这次抽签不用监督员保管随机数。请看议程里这一项的随机源。',
  'salt-used': '这个随机数用过了，或正留给另一次抽签。请重新保管一个。',
  'salt-wrong':
    '这不是锁定时的那个随机数，没有打开。请核对64位字符，或在当时保管的那台设备上打开。',
  'salt-with-keeper': '随机数在监督员的设备上。请监督员在自己的控制台里打开。',
  'beacon-early':
    '公共信标还用不上：这一轮还没有公布，或别的随机源还没有截止。请按画面提示往下走。',
  'beacon-passed': '信标的这一轮已经公布，别的随机源却还没有截止，这次抽签作废。请重新锁定再抽。',
  'beacon-wrong': ({ round }) =>
    `这不是信标第${round}轮的签名，没有读入。请核对轮次，把这一轮的96位签名重抄一遍。`,
  'reason-missing': '请写明理由再确认，理由会记入全程记录。',

  'rows-closed': '这一页还有没公布的名次。请先公布完，再翻到这一页。',
  'rows-open': '名次已经全部公布。请继续下一步。',
  'no-move': '这一家的名次变动已经演示过，或者还没有可比的名次。请继续下一步。',
  'wrong-item': '当前环节不是这一项。请先进入该环节，再操作。',
  'item-skipped': '这一项已经跳过。请先在议程里恢复。',
  'no-countdown': '没有正在走的倒计时。请先开始倒计时。',
  'no-time-limit': '这个环节不限时。要计时，请先在议程里给它定时长。',
  'leave-open-round': '本环节的评分还没有截止。请先截止评分，再往下走。',
  'leave-open-draw': '抽签还没有完成。请先公布全部名字或作废，再往下走。',
  'sealed-not-yet': '本版本还不能开无记名评分。请在环节设置里改为记名。',
  'nobody-present': '还没有人签到，不能开始评分。请先让评议代表扫码签到。',
  'round-open': '这个环节的评分已经开始过。请刷新页面，查看它现在的状态。',
  'round-not-open': '评分没有开始，或已经截止。请看当前画面，再决定下一步。',
  'round-not-closed': '评分还没有截止。请先截止评分。',
  'groups-open': '已有组别揭晓，不能再打开本轮。请接着揭晓得分；确有需要，揭晓后说明理由重新评分。',
  'group-shown': '这一组已经揭晓。请看下一步。',
  'already-revealed': '结果已经揭晓，不能再打开本轮。确有需要，请说明理由后重新评分。',

  'round-has-ballots': '已经有人评分，不能当作没开始。请截止评分，或继续。',
  'nothing-to-score': '没有要评的单位：都已上台，或已退出。请在环节设置里选单位。',

  'round-closed': '送到时这一轮已经截止，这一次没有计入。先前已计入的仍然有效。',
  'not-in-round': '这家单位不在本轮评分里。请刷新页面，给画面上的单位评分。',
  recused: '您回避这家单位，不用评分。请等下一家。',
  'not-checked-in': '还没有签到。请先扫二维码签到，再继续。',
  'ballot-incomplete': '还有评分项没有评。请评完每一项，0分也要选上。',
  'ballot-invalid': '有的分数不在评分表范围内，没有计入。请刷新页面，重新评分。',
  'top-given': ({ n }) =>
    n === 0
      ? '这一轮不能给到这一档，没有计入。请改低一些，再提交。'
      : `这一档最多给${String(n)}家，已经给满，没有计入。请改低一些，或先改低另一家。`,
  'totals-alike': ({ n }) =>
    `已经有${String(n)}家同样是这个总分，没有计入。请调整一下分数，再提交。`,
  'paper-counted': '签到台已按纸质票为您计入，这次提交没有计入。要改，请回到评分表重新提交。',
  // Numbers are for the phone; a person is told what counts.
  'older-revision': () => '另一台手机或页面已为这家评分，以那次为准。要改，请回评分表重新提交。',
  'revision-leaps': () => '这次评分的编号接不上会场的记录，没有计入。请刷新页面，重新提交。',
};
