// What the server says in its terminal: started, where it is reached, and why it could not start.

/** A path as it can be pasted after an option. */
const pasted = (path: string) => (/\s/.test(path) ? `"${path}"` : path);

const zh = {
  started: (version: string) => `公评 ${version} 已启动。`,
  manual: '手册（第一次用，先照第8节演练一遍）：',
  console: '已经登记过的，从这里登录：',
  dataNew: (folder: string) =>
    `这里没有找到以前的数据，新建了空的 ${folder}。以前开过会的，请按 Ctrl+C 停止，把程序文件夹移到原来的 kleroterion-data 旁边再启动。`,
  thisMachine: '本机打开：',
  otherMachines: '同一网络的手机和电脑打开：',
  noNetwork: '没有找到局域网地址。请把主机接入会场网络，手机才能打开。',
  publicUrl: '二维码使用的网址：',
  staffLink: '主持从这里登记（只能用一次，请勿外传）：',
  stop: '按 Ctrl+C 停止。',
  stopped: '公评已停止，数据都已保存。',
  portInUse: (port: number) =>
    `端口 ${port} 已被占用。请关掉占用它的程序，或换一个端口，例如 --port ${port === 65535 ? 8080 : port + 1}。`,
  portForbidden: (port: number) =>
    `没有权限使用端口 ${port}。请换一个 1024 以上的端口，例如 --port 8080。`,
  hostUnknown: (host: string) => `本机没有地址 ${host}。请改 --host，或去掉它以使用所有地址。`,
  folderNotWritable: (folder: string) =>
    `不能写入数据文件夹 ${folder}。请检查权限和磁盘空间，或用 --data 换一个文件夹。`,
  runningAlready: (address: string) =>
    `公评已经在运行，请直接打开 ${address}。要重新启动，请先在它的窗口里按 Ctrl+C 停止。`,
  portInstead: (port: number) =>
    `端口 8080 已被别的程序占用，这次改用 ${port}。已经印好的二维码仍指向 8080；要用它们，请先关掉那个程序再启动。`,
  dataIn: (folder: string) => `数据保存在：${folder}`,
  folderInUse: (folder: string) =>
    `数据文件夹 ${folder} 正被另一个公评使用。请先停掉那一个，或用 --data 换一个文件夹。`,
  foreignFile: (file: string) =>
    `${file} 不是公评的数据文件，没有改动它。请把它移走，或用 --data 换一个文件夹。`,
  newerFile: (file: string) => `${file} 由更新版本的公评写成。请用更新的版本打开。`,
  missingFile: (file: string) => `${file} 不在了。请把它放回原处，或换用备份文件夹里的副本。`,
  codeTaken: (file: string, code: string) =>
    `${file} 的会议代码 ${code} 已被这台主机上的另一场会议占用。请把这个会议的文件夹放到另一台主机上打开。`,
  unopened: (code: string, why: string, rehearsal: boolean) =>
    `注意：${rehearsal ? '演练' : '会议'} ${code} 没有打开，其他会议照常。${why}`,
  damagedFile: (file: string, place: string) =>
    `${file} 已损坏（${place}），没有打开它，也没有改动它。请换用备份文件夹里的副本。`,
  shorterFile: (file: string, place: string, code: string) =>
    `${file} 里少了已经存下的内容（缺 ${place}），没有打开它。多半是旁边的 meeting.sqlite-wal 不在了：请停下来把它放回原处，或换用备份文件夹里的副本。都找不到时，用 --take-on ${code} 从剩下的内容继续；手机会自动补交缺的票。`,
  emptyFile: (file: string) =>
    `${file} 里什么都没有，没有打开它。多半是旁边的 meeting.sqlite-wal 不在了：请停下来把它放回原处，或换用备份文件夹里的副本。`,
  dataGone: (folder: string) =>
    `注意！数据文件夹 ${folder} 不在原处了，从现在起什么都不再保存。请把它接回或移回原处，就会接着保存。`,
  dataBack: (folder: string) => `数据文件夹 ${folder} 回来了，接着保存。`,
  damageFound: (title: string, file: string, place: string, folder: string | null, start: string) =>
    `注意！《${title}》的数据文件已损坏（${place}），从现在起什么都不再保存。文件：${file}。请按 Ctrl+C 停止，${
      folder === null
        ? '换用别处的副本'
        : `用备份文件夹里的副本继续：${start} --data ${pasted(folder)}`
    }，原来带着的其他选项照样带上。手机会自动补交副本里没有的票。`,
  backupIn: (folder: string) => `备份副本随时写入：${folder}`,
  backupOff: '没有备份副本：主机一旦损坏，数据就没有了。去掉 --backup off 即可开启。',
  backupAside: (folder: string, aside: string, start: string) =>
    `备份文件夹 ${folder} 里原有别的会议的副本，已原样移到 ${aside}。要从那里继续，请先停止，再运行 ${start} --data ${pasted(aside)}`,
  backupFails: {
    'folder-taken': (folder: string) =>
      `没有写入备份：${folder} 里有别的文件。请用 --backup 换一个空文件夹。`,
    'no-room': (folder: string) =>
      `没有写入备份：${folder} 所在的磁盘已满。请腾出空间，或用 --backup 换一个磁盘。`,
    unwritable: (folder: string) =>
      `没有写入备份：不能写入 ${folder}。请检查权限和连接，或用 --backup 换一个文件夹。`,
  },
  backupNote: (start: string) => `这是公评的备份副本，由正在运行的公评随时更新，请不要改动。
主机坏了，就从这里继续：把整个文件夹复制到另一台电脑，在公评的文件夹里运行

  ${start} --data <这个文件夹>

手机打开的网址变了的话，再加 --public-url <原来的网址>，或重新打印二维码。
`,
  fromCopies: '数据来自备份副本。请不要再启动原来的主机。',
  fromCopy: (title: string, epoch: number) =>
    `《${title}》是从备份副本继续的（第 ${epoch} 次启用）。`,
  printedGone: (title: string, printed: string, now: string) =>
    `注意！《${title}》的二维码印的是 ${printed}，现在手机打开的是 ${now}，扫码进不来。请用 --public-url ${printed} 启动并让这个网址指向本机，或把主机改回原来的地址，或重新打印。`,
  foreignOrigin: (origin: string, open: string, option: string) =>
    `有人用 ${origin} 打开网页，这个网址不在名单上，操作都被拒绝；请改用 ${open} 打开。这确实是您给本机起的网址，就加上 ${option} 重新启动（印进二维码的是第一个）；不认识它，不用管。`,
  diskLow: (megabytes: number) =>
    `数据文件夹所在的磁盘只剩 ${megabytes} MB，满了就收不了评分票。请腾出空间。`,
  tlsHalf: '--tls-cert 和 --tls-key 要一起用，各写一个 PEM 文件。',
  tlsUnreadable: (file: string) =>
    `读不到文件 ${file}。请检查 --tls-cert 和 --tls-key 的路径和权限。`,
  tlsUnfit:
    '证书和私钥不能用：两者不配对，或不是 PEM 格式，或私钥带密码。请检查 --tls-cert 和 --tls-key。',
  tlsRenewed: '已换用新证书。',
  help: (start: string, data: string) => `公评：公开抽签、当场评分的评议会系统。

用法：${start} [选项]

  --port <端口>        网页端口，默认 8080（KLEROTERION_PORT 或 PORT）
  --host <地址>        监听的地址，默认 0.0.0.0，即所有地址（KLEROTERION_HOST）
  --data <文件夹>      数据文件夹，默认 ${data}（KLEROTERION_DATA）
  --public-url <网址>  手机打开的网址，印在二维码里（KLEROTERION_PUBLIC_URL）；
                       可写几个，用逗号隔开：都能打开，印的是第一个
  --backup <文件夹>    备份副本的文件夹，默认在数据文件夹旁边，名字加 -backup；
                       off 表示不要备份（KLEROTERION_BACKUP）
  --tls-cert <文件>    证书，PEM 格式，与 --tls-key 一起用（KLEROTERION_TLS_CERT）
  --tls-key <文件>     私钥，PEM 格式（KLEROTERION_TLS_KEY）
  --trust-proxy <地址> 前置代理的地址或网段，多个用逗号隔开；只信它们的
                       X-Forwarded-Proto 和 X-Forwarded-Host（KLEROTERION_TRUST_PROXY）
  --metrics-token <口令>
                       其他机器读取 /metrics 用的口令，16 个字符以上（KLEROTERION_METRICS_TOKEN）
  --connections <数目> 同时连接的上限，默认 20000；手机、观看页、大屏和工作人员各有各的份额
                       （KLEROTERION_CONNECTIONS）
  --beacon-relays <网址>
                       抽签等公共信标时去问的中继站，多个用逗号隔开，默认
                       api.drand.sh 和 drand.cloudflare.com；off 表示不联网
                       （KLEROTERION_BEACON_RELAYS）
  --language <zh|en>   终端里的语言，默认随系统（KLEROTERION_LANGUAGE）
  --staff-link         再给一个主持的登记链接，忘了口令时用；旧账号可以在控制台停用
  --take-on <代码>     会议的文件少了存过的内容时，仍从剩下的继续，可写几次；只用于命令行
  --version            显示版本
  --help               显示这些说明
`,
  unknownOption: (option: string) => `没有 ${option} 这个选项。用 --help 查看全部选项。`,
  optionWithoutValue: (option: string) => `${option} 后面要跟一个值。用 --help 查看写法。`,
  badPort: (value: string) => `端口“${value}”不对。请用 0 到 65535 的整数，例如 --port 8080。`,
  badHost: (value: string) => `监听地址“${value}”不对。请用一个 IP 地址或主机名，例如 0.0.0.0。`,
  badData: '没有写数据文件夹的路径。请写一个，例如 --data ./kleroterion-data。',
  badPublicUrl: (value: string) =>
    `网址“${value}”不对。请只写协议、主机和端口，例如 --public-url http://192.168.1.5:8080。`,
  badBackup:
    '备份文件夹的路径不能空着，也不能就是数据文件夹。请另写一个，或用 --backup off 关掉备份。',
  badProxy: (value: string) =>
    `代理地址“${value}”不对。请写 IP 地址或网段，多个用逗号隔开，例如 --trust-proxy 10.0.0.2,192.168.0.0/16。`,
  badToken: '--metrics-token 要有 16 到 200 个字符，只用字母、数字和符号，不含空格。',
  badConnections: (value: string) =>
    `连接上限“${value}”不对。请用 100 到 999999 的整数，例如 --connections 5000。`,
  badRelays: (value: string) =>
    `信标中继站“${value}”不对。请写网址，最多 8 个，用逗号隔开，例如 --beacon-relays https://api.drand.sh，或写 off。`,
  badLanguage: (value: string) => `没有“${value}”这种语言。请用 zh 或 en。`,
};

/** Both languages hold the same keys. */
export type ServerText = typeof zh;

const en: ServerText = {
  started: (version) => `Kleroterion ${version} is running.`,
  manual: 'The manual (new here? begin with the rehearsal in section 8):',
  console: 'Registered already? Log in here:',
  dataNew: (folder) =>
    `No earlier data was found here, so ${folder} is new and empty. If there were meetings before, stop with Ctrl+C, move the program’s folder beside the kleroterion-data that holds them, and start again.`,
  thisMachine: 'On this machine:',
  otherMachines: 'On phones and computers in the same network:',
  noNetwork:
    'No LAN address was found. Connect this machine to the hall’s network for phones to reach it.',
  publicUrl: 'Address in the QR codes:',
  staffLink: 'A moderator starts here (the link works once, keep it to yourself):',
  stop: 'Press Ctrl+C to stop.',
  stopped: 'Kleroterion has stopped; everything is saved.',
  portInUse: (port) =>
    `Port ${port} is in use. Close the program that uses it, or choose another, for example --port ${port === 65535 ? 8080 : port + 1}.`,
  portForbidden: (port) =>
    `Port ${port} needs administrator rights. Choose one above 1024, for example --port 8080.`,
  hostUnknown: (host) =>
    `This machine has no address ${host}. Change --host, or leave it out to use all addresses.`,
  folderNotWritable: (folder) =>
    `The data folder ${folder} cannot be written to. Check its permissions and free space, or choose another with --data.`,
  runningAlready: (address) =>
    `Kleroterion is running already: open ${address}. To start it again, first stop it with Ctrl+C in its window.`,
  portInstead: (port) =>
    `Another program uses port 8080, so this time it is ${port}. QR codes that are printed still lead to 8080: to use them, close that program and start again.`,
  dataIn: (folder) => `The data is kept in ${folder}`,
  folderInUse: (folder) =>
    `Another Kleroterion uses the data folder ${folder}. Stop that one first, or choose another with --data.`,
  foreignFile: (file) =>
    `${file} is not a Kleroterion file and was left as it is. Move it away, or choose another folder with --data.`,
  newerFile: (file) => `${file} was written by a newer Kleroterion. Open it with that version.`,
  missingFile: (file) => `${file} is gone. Put it back, or use the copy in the backup folder.`,
  codeTaken: (file, code) =>
    `The meeting in ${file} has the code ${code}, which another meeting of this server has. Open its folder on another server.`,
  unopened: (code, why, rehearsal) =>
    `Note: the ${rehearsal ? 'rehearsal' : 'meeting'} ${code} was not opened; the others are served. ${why}`,
  damagedFile: (file, place) =>
    `${file} is damaged (${place}); it was neither opened nor changed. Use the copy in the backup folder.`,
  shorterFile: (file, place, code) =>
    `Part of what was stored in ${file} is missing (${place}); it was not opened. Most likely meeting.sqlite-wal beside it is gone: put it back, or use the copy in the backup folder. If neither can be found, start with --take-on ${code} to go on with what is left; phones send again what it lacks.`,
  emptyFile: (file) =>
    `Nothing is left in ${file}; it was not opened. Most likely meeting.sqlite-wal beside it is gone: put it back, or use the copy in the backup folder.`,
  dataGone: (folder) =>
    `WARNING: the data folder ${folder} is not where it was; nothing is saved from now on. Put it back, and saving goes on.`,
  dataBack: (folder) => `The data folder ${folder} is back; saving goes on.`,
  damageFound: (title, file, place, folder, start) =>
    `WARNING: the file of “${title}” is damaged (${place}); nothing is saved from now on. File: ${file}. Press Ctrl+C to stop and go on from ${
      folder === null
        ? 'a copy that you have elsewhere'
        : `the backup copy: ${start} --data ${pasted(folder)}`
    }, with your other options as before. Phones send again what the copy lacks.`,
  backupIn: (folder) => `Backup copies are kept in ${folder}`,
  backupOff:
    'There are no backup copies: if this machine breaks, the data is lost. Leave out --backup off to have them.',
  backupAside: (folder, aside, start) =>
    `The backup folder ${folder} held copies of other meetings; they are now in ${aside}. To go on from them, stop and run ${start} --data ${pasted(aside)}`,
  backupFails: {
    'folder-taken': (folder) =>
      `No backup is written: there are other files in ${folder}. Give an empty folder with --backup.`,
    'no-room': (folder) =>
      `No backup is written: the disk of ${folder} is full. Make room, or choose another disk with --backup.`,
    unwritable: (folder) =>
      `No backup is written: ${folder} cannot be written to. Check its permissions and connection, or choose another folder with --backup.`,
  },
  backupNote: (
    start,
  ) => `This is a backup copy of Kleroterion, kept up to date by the running server; please change nothing here.
If that machine breaks, go on from here: copy the whole folder to another computer and run, where Kleroterion is,

  ${start} --data <this folder>

If the address that phones open has changed, add --public-url <old address>, or print the QR codes again.
`,
  fromCopies: 'This server goes on from backup copies. Do not start the old machine again.',
  fromCopy: (title, epoch) => `“${title}” goes on from a backup copy (epoch ${epoch}).`,
  printedGone: (title, printed, now) =>
    `WARNING: the QR codes of “${title}” were printed with ${printed}, but phones now open ${now}: scanning them leads nowhere. Start with --public-url ${printed} and let that address lead here, or give this machine its old address, or print again.`,
  foreignOrigin: (origin, open, option) =>
    `A page was opened at ${origin}, an address that is not on the list, and what it asked for was refused. Open ${open} instead. If you gave this machine that address, restart with ${option} (the first one goes into QR codes); if you do not know it, leave it.`,
  diskLow: (megabytes) =>
    `The disk of the data folder has only ${megabytes} MB left; once it is full no ballot can be stored. Make room.`,
  tlsHalf: '--tls-cert and --tls-key go together: give a PEM file for each.',
  tlsUnreadable: (file) =>
    `The file ${file} cannot be read. Check the paths and permissions of --tls-cert and --tls-key.`,
  tlsUnfit:
    'Certificate and key cannot be used: they do not belong together, are not PEM, or the key has a passphrase. Check --tls-cert and --tls-key.',
  tlsRenewed: 'The new certificate is in use.',
  help: (start, data) => `Kleroterion: review meetings with public draws and live scores.

Usage: ${start} [options]

  --port <port>        port of the pages, 8080 by default (KLEROTERION_PORT or PORT)
  --host <address>     address to listen on, 0.0.0.0 = all by default (KLEROTERION_HOST)
  --data <folder>      data folder, ${data} by default (KLEROTERION_DATA)
  --public-url <url>   address that phones open, printed in QR codes (KLEROTERION_PUBLIC_URL);
                       several with commas between: pages open at each, the first is printed
  --backup <folder>    folder for backup copies, by default beside the data folder with -backup
                       added to its name; off for none (KLEROTERION_BACKUP)
  --tls-cert <file>    certificate as PEM, together with --tls-key (KLEROTERION_TLS_CERT)
  --tls-key <file>     its key as PEM (KLEROTERION_TLS_KEY)
  --trust-proxy <addresses>
                       proxies in front, addresses or networks with commas between; only their
                       X-Forwarded-Proto and X-Forwarded-Host are believed (KLEROTERION_TRUST_PROXY)
  --metrics-token <token>
                       lets other machines read /metrics, 16 characters or more
                       (KLEROTERION_METRICS_TOKEN)
  --connections <n>    most connections at once, 20000 by default; phones, viewers, screens and
                       staff each have their share (KLEROTERION_CONNECTIONS)
  --beacon-relays <urls>
                       relays that are asked while a draw waits for the public beacon, with
                       commas between; by default api.drand.sh and drand.cloudflare.com, off
                       for none (KLEROTERION_BEACON_RELAYS)
  --language <zh|en>   language of the terminal, the system's by default (KLEROTERION_LANGUAGE)
  --staff-link         prints one more login link for a moderator, should a passphrase be
                       forgotten; the old account can be disabled in the console
  --take-on <code>     goes on with a meeting whose file lacks what was stored in it; may be
                       given more than once, on the command line only
  --version            shows the version
  --help               shows this
`,
  unknownOption: (option) => `There is no option ${option}. See all of them with --help.`,
  optionWithoutValue: (option) => `${option} needs a value after it. See --help.`,
  badPort: (value) =>
    `“${value}” is not a port. Use a whole number from 0 to 65535, for example --port 8080.`,
  badHost: (value) =>
    `“${value}” is not an address to listen on. Use an IP address or a host name, for example 0.0.0.0.`,
  badData:
    'No path was given for the data folder. Give one, for example --data ./kleroterion-data.',
  badPublicUrl: (value) =>
    `“${value}” is not a public address. Give protocol, host and port only, for example --public-url http://192.168.1.5:8080.`,
  badBackup:
    'The path of the backup folder is missing or is that of the data folder. Give another, or --backup off for none.',
  badProxy: (value) =>
    `“${value}” is not an address of a proxy. Give IP addresses or networks with commas between, for example --trust-proxy 10.0.0.2,192.168.0.0/16.`,
  badToken: '--metrics-token needs 16 to 200 letters, digits and symbols, without spaces.',
  badConnections: (value) =>
    `“${value}” is not a limit on connections. Use a whole number from 100 to 999999, such as --connections 5000.`,
  badRelays: (value) =>
    `“${value}” is not a list of relays. Give up to 8 addresses with commas between, for example --beacon-relays https://api.drand.sh, or off.`,
  badLanguage: (value) => `There is no language “${value}”. Use zh or en.`,
};

export const serverText = { zh, en };
