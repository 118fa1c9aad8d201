// The console's people, and who is said to have acted, in Chinese.
export const record = {
  log: {
    title: '刚才做过的',
    events: (n: number) => `共${n}条，监督员同时看到`,
    by: { staff: '工作人员', seat: '评议代表', holder: '持码人', server: '系统' },
  },
  people: {
    titles: { seats: '还没签到', ballots: '还没交', batch: '还没评完', present: '已签到' },
    noSeats: '还没有席位。',
    noScores: '只显示人，不显示分',
    legend: { ballots: '在线，未交', batch: '在线，没评完', present: '在线' },
    share: (done: number, of: number) => `已评${done} / ${of}`,
    away: (n: number) => `断开${n}人`,
    standings: {
      missing: '未签到',
      owing: '在线，未交',
      away: '断开',
      here: '在线',
      recused: '回避',
    },
  },
  desk: {
    ticket: { none: '没有码', issued: '码有效', revoked: '码已作废' },
    noRecusals: '没有登记回避',
    recusals: (names: string) => `回避：${names}`,
    recuseFrom: '回避哪家单位',
    recuse: '登记回避',
    recused: '已回避',
  },
};
