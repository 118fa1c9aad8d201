// Times as the console's Chinese sentences speak of them.

export const lasts = (seconds: number): string =>
  seconds === 0
    ? '不限时'
    : seconds % 60 === 0
      ? `${seconds / 60}分钟`
      : seconds < 60
        ? `${seconds}秒`
        : `${Math.floor(seconds / 60)}分${seconds % 60}秒`;
