// Units that hold tickets and seats, on the console: their sheets, their seats, who rates whom.
import { plural } from '../en-words.ts';

const zh = {
  tickets: {
    people: '评议代表',
    units: '单位',
    lead: '单位的码印着单位名称和类别。没有席位时，扫码能看本单位的材料、会场进程和已揭晓的得分；有了席位，就用它互评。',
    all: '名册上的全体单位',
    seated: '已有席位的单位',
    one: '一家单位',
    pick: '选一家单位',
    pickFirst: '请先选一家单位',
    count: (n: number) => `${n}家`,
    renews: (n: number) => `其中${n}家已有码。重新发码后，旧码立即失效，正在用旧码的手机会断开。`,
    issue: (n: number) => `发码给${n}家`,
    reissue: (n: number) => `重新发码给${n}家`,
    nobody: '先导入单位名单',
    lacking: (n: number) => `有${n}家已有席位，还没有码。`,
  },
  seats: {
    title: '单位席位（互评）',
    lead: '单位互评时，每家单位一席，用单位的码入席。谁都不评自己。',
    which: '给哪些单位安排席位',
    category: (name: string, n: number) => `${name}，${n}家没有席位`,
    group: '归入哪个组别',
    fresh: '新设组别',
    name: '组别名称',
    usual: '单位互评',
    nameMissing: '先填组别名称',
    seat: (n: number) => `安排${n}家单位入席`,
    nobody: '没有选中单位',
    allSeated: '单位都已有席位。',
    held: (n: number) => `${n}家单位`,
  },
  desk: {
    title: '单位',
    find: '找单位',
    hint: '单位名称或编号',
    nobody: '名册里没有这家单位。',
    more: (n: number) => `还有${n}家，请再输几个字。`,
    standings: { none: '没有席位', absent: '未到', present: '已到', left: '已离场' },
    swapLead:
      '两家单位互相拿错了码：互换后纸不用换，各自手里的码开自己的单位。正在用的手机会断开，请各自重新扫码。',
  },
  who: {
    label: '由谁评分',
    panel: '评议团',
    within: {
      category: '同一类别的单位互评',
      parent: '同一上级的单位互评',
      all: '所有单位互评',
    },
    ring: '单位按抽出的次序，各评后面几家',
    next: '每家评几家',
    never: '谁都不评自己。',
    ringLead: '次序由“抽互评次序”产生，要排在这一环节之前，同一类别里首尾相接。',
    /** Too few ballots for the floor: the score stays closed. */
    closed: (n: number, floor: number) =>
      `每家只有${n}票，少于保密下限${floor}票：各家的得分都不会公布。请把家数改到${floor}以上。`,
    closedCategory: (name: string, units: number, floor: number) =>
      `${name}共${units}家，每家最多${units - 1}票，少于保密下限${floor}票：这一类的得分不会公布。`,
    tooMany: (name: string, units: number) => `${name}只有${units}家，家数要小于${units}。`,
    noSeats: '还没有单位有席位。请先在“席位”里安排。',
    unseated: (n: number) => `有${n}家没有席位，不会评分，排在它们后面的单位会少收票。`,
  },
};

const en: typeof zh = {
  tickets: {
    people: 'Reviewers',
    units: 'Units',
    lead: 'A unit’s ticket bears its name and category. Without a seat it shows the unit’s own report, what is on stage and its score once revealed; with a seat the unit rates others by it.',
    all: 'All units of the roster',
    seated: 'Units with a seat',
    one: 'One unit',
    pick: 'Choose a unit',
    pickFirst: 'Choose a unit first',
    count: (n) => plural(n, 'unit'),
    renews: (n) =>
      `${plural(n, 'unit')} of these have a ticket. A new one ends the old at once, and cuts off the phone that uses it.`,
    issue: (n) => `Issue ${plural(n, 'ticket')}`,
    reissue: (n) => `Issue ${plural(n, 'ticket')} anew`,
    nobody: 'Import the units first',
    lacking: (n) => `${plural(n, 'unit')} with a seat have no ticket yet.`,
  },
  seats: {
    title: 'Seats of units (mutual review)',
    lead: 'Where units rate each other, each has a seat and takes it by its ticket. None rates itself.',
    which: 'Which units get a seat',
    category: (name, n) => `${name}, ${n} without a seat`,
    group: 'In which group',
    fresh: 'A new group',
    name: 'Name of the group',
    usual: 'Mutual review',
    nameMissing: 'Name the group first',
    seat: (n) => `Seat ${plural(n, 'unit')}`,
    nobody: 'No unit is chosen',
    allSeated: 'Every unit has a seat.',
    held: (n) => plural(n, 'unit'),
  },
  desk: {
    title: 'Units',
    find: 'Find a unit',
    hint: 'Name or id of the unit',
    nobody: 'The roster has no such unit.',
    more: (n) => `${plural(n, 'more unit')}: type a little more.`,
    standings: { none: 'No seat', absent: 'Not here', present: 'Here', left: 'Left' },
    swapLead:
      'Two units hold each other’s sheets. After the swap each sheet opens the unit whose people hold it. Phones that use them are cut off: scan again.',
  },
  who: {
    label: 'Who rates',
    panel: 'The panel',
    within: {
      category: 'Units rate those of their own category',
      parent: 'Units rate those of the same parent',
      all: 'Units rate all other units',
    },
    ring: 'Each unit rates the next ones of a drawn order',
    next: 'How many each rates',
    never: 'No unit rates itself.',
    ringLead:
      'The order comes from “Draw the order of mutual review”, which goes before this item; within each category it closes to a ring.',
    closed: (n, floor) =>
      `Each unit gets ${plural(n, 'ballot')}, fewer than the secrecy floor of ${floor}: no score will be shown. Let each rate ${floor} or more.`,
    closedCategory: (name, units, floor) =>
      `${name} has ${plural(units, 'unit')}, so at most ${plural(units - 1, 'ballot')} each, fewer than the secrecy floor of ${floor}: these scores will not be shown.`,
    tooMany: (name, units) =>
      `${name} has only ${plural(units, 'unit')}: choose a number below that.`,
    noSeats: 'No unit has a seat yet. Fill them under Seats first.',
    unseated: (n) =>
      `${plural(n, 'unit')} without a seat will not rate: those after them get fewer ballots.`,
  },
};

export const unitsText = { zh, en };
