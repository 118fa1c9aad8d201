// What the server says in its terminal: started, where it is reached, and why it could not start.

const zh = {
  started: '公评已启动。',
  thisMachine: '本机打开：',
  otherMachines: '同一网络的手机和电脑打开：',
  noNetwork: '没有找到局域网地址。请把主机接入会场网络，手机才能打开。',
  publicUrl: '二维码使用的网址：',
  chooseUrl: '二维码里的网址是自动选的。打印前请确认手机能打开，不对就用 --public-url 指定。',
  addressChanged: (before: string, now: string) =>
    `主机地址变了：原来是 ${before}，现在是 ${now}。已打印的二维码仍指向原来的地址，请把主机改回，或重新打印。`,
  staffLink: '工作人员首次登录（只能用一次，请勿外传）：',
  stop: '按 Ctrl+C 停止。',
  stopped: '公评已停止，数据都已保存。',
  portInUse: (port: number) =>
    `端口 ${port} 已被占用。请关掉占用它的程序，或换一个端口，例如 --port ${port === 65535 ? 8080 : port + 1}。`,
  portForbidden: (port: number) =>
    `没有权限使用端口 ${port}。请换一个 1024 以上的端口，例如 --port 8080。`,
  hostUnknown: (host: string) => `本机没有地址 ${host}。请改 --host，或去掉它以使用所有地址。`,
  folderNotWritable: (folder: string) =>
    `不能写入数据文件夹 ${folder}。请检查权限和磁盘空间，或用 --data 换一个文件夹。`,
  folderInUse: (folder: string) =>
    `数据文件夹 ${folder} 正被另一个公评使用。请先停掉那一个，或用 --data 换一个文件夹。`,
  foreignFile: (file: string) =>
    `${file} 不是公评的数据文件，没有改动它。请把它移走，或用 --data 换一个文件夹。`,
  newerFile: (file: string) => `${file} 由更新版本的公评写成。请用更新的版本打开。`,
  damagedFile: (file: string, place: string) =>
    `${file} 已损坏（${place}），没有打开它，也没有改动它。请换用备份文件夹里的副本。`,
  help: `公评：公开抽签、当场评分的评议会系统。

用法：npm start -- [选项]

  --port <端口>        网页端口，默认 8080（KLEROTERION_PORT 或 PORT）
  --host <地址>        监听的地址，默认 0.0.0.0，即所有地址（KLEROTERION_HOST）
  --data <文件夹>      数据文件夹，默认 ./kleroterion-data（KLEROTERION_DATA）
  --public-url <网址>  手机打开的网址，印在二维码里（KLEROTERION_PUBLIC_URL）
  --language <zh|en>   终端里的语言，默认随系统（KLEROTERION_LANGUAGE）
  --help               显示这些说明
`,
  unknownOption: (option: string) => `没有 ${option} 这个选项。用 --help 查看全部选项。`,
  optionWithoutValue: (option: string) => `${option} 后面要跟一个值。用 --help 查看写法。`,
  badPort: (value: string) => `端口“${value}”不对。请用 0 到 65535 的整数，例如 --port 8080。`,
  badHost: (value: string) => `监听地址“${value}”不对。请用一个 IP 地址或主机名，例如 0.0.0.0。`,
  badData: '数据文件夹不能为空。请写一个路径，例如 --data ./kleroterion-data。',
  badPublicUrl: (value: string) =>
    `网址“${value}”不对。请只写协议、主机和端口，例如 --public-url http://192.168.1.5:8080。`,
  badLanguage: (value: string) => `没有“${value}”这种语言。请用 zh 或 en。`,
};

/** Both languages hold the same keys. */
export type ServerText = typeof zh;

const en: ServerText = {
  started: 'Kleroterion is running.',
  thisMachine: 'On this machine:',
  otherMachines: 'On phones and computers in the same network:',
  noNetwork:
    'No LAN address was found. Connect this machine to the hall’s network for phones to reach it.',
  publicUrl: 'Address in the QR codes:',
  chooseUrl:
    'The address in the QR codes was chosen automatically. Before printing, open it on a phone; if it fails, set --public-url.',
  addressChanged: (before, now) =>
    `This machine’s address changed from ${before} to ${now}. Printed QR codes still lead to the old one: change it back, or print again.`,
  staffLink: 'First sign-in for staff (works once, keep it to yourself):',
  stop: 'Press Ctrl+C to stop.',
  stopped: 'Kleroterion has stopped; everything is saved.',
  portInUse: (port) =>
    `Port ${port} is in use. Close the program that uses it, or choose another, for example --port ${port === 65535 ? 8080 : port + 1}.`,
  portForbidden: (port) =>
    `Port ${port} needs more rights. Choose one above 1024, for example --port 8080.`,
  hostUnknown: (host) =>
    `This machine has no address ${host}. Change --host, or leave it out to use all addresses.`,
  folderNotWritable: (folder) =>
    `The data folder ${folder} cannot be written to. Check its rights and free space, or choose another with --data.`,
  folderInUse: (folder) =>
    `Another Kleroterion uses the data folder ${folder}. Stop that one first, or choose another with --data.`,
  foreignFile: (file) =>
    `${file} is not a Kleroterion file and was left as it is. Move it away, or choose another folder with --data.`,
  newerFile: (file) => `${file} was written by a newer Kleroterion. Open it with that version.`,
  damagedFile: (file, place) =>
    `${file} is damaged (${place}); it was neither opened nor changed. Use the copy in the backup folder.`,
  help: `Kleroterion: review meetings with public draws and live scores.

Usage: npm start -- [options]

  --port <port>        port of the pages, 8080 by default (KLEROTERION_PORT or PORT)
  --host <address>     address to listen on, 0.0.0.0 = all by default (KLEROTERION_HOST)
  --data <folder>      data folder, ./kleroterion-data by default (KLEROTERION_DATA)
  --public-url <url>   address that phones open, printed in QR codes (KLEROTERION_PUBLIC_URL)
  --language <zh|en>   language of the terminal, the system's by default (KLEROTERION_LANGUAGE)
  --help               shows this
`,
  unknownOption: (option) => `There is no option ${option}. See all of them with --help.`,
  optionWithoutValue: (option) => `${option} needs a value after it. See --help.`,
  badPort: (value) =>
    `“${value}” is not a port. Use a whole number from 0 to 65535, for example --port 8080.`,
  badHost: (value) =>
    `“${value}” is not an address to listen on. Use an IP address or a host name, for example 0.0.0.0.`,
  badData: 'The data folder is empty. Give a path, for example --data ./kleroterion-data.',
  badPublicUrl: (value) =>
    `“${value}” is not a public address. Give protocol, host and port only, for example --public-url http://192.168.1.5:8080.`,
  badLanguage: (value) => `There is no language “${value}”. Use zh or en.`,
};

export const serverText = { zh, en };
