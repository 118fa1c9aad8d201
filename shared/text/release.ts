// What lies in a release archive to be read: the page beside the program, and what its start scripts say.

interface Named {
  readonly version: string;
  readonly commit: string;
  /** What is double-clicked or typed. */
  readonly start: string;
  readonly rehearse: string;
  readonly folder: string;
}

const stepsZh = {
  linux: ({ start }: Named) => `二、打开解压出来的文件夹，在空白处点右键选“在终端中打开”，输入
     ${start}
   再按回车。有的桌面也可以在文件 kleroterion 上点右键，选“作为程序运行”。`,
  win32: () => `二、打开解压出来的文件夹，双击 kleroterion.cmd。
   系统问是否允许访问网络时，请选“允许”，否则手机打不开。
   系统提示“已保护你的电脑”时，点“更多信息”，再点“仍要运行”。`,
};

const stepsEn = {
  linux: ({ start }: Named) => `2. Open the folder that appears, right-click an empty place, choose
   “Open in Terminal”, type
     ${start}
   and press Enter. On some desktops you can also right-click the file
   kleroterion and choose “Run as a Program”.`,
  win32: () => `2. Open the folder that appears and double-click kleroterion.cmd.
   If Windows asks whether it may use the network, allow it: phones cannot
   open the page otherwise. If Windows says it protected your computer,
   choose “More info”, then “Run anyway”.`,
};

const zh = {
  readMe: (named: Named, os: 'linux' | 'win32') => `公评 ${named.version}

三步开始
一、把压缩包整个解压到自己能写入的地方，例如“文档”。不要在压缩包里直接打开。
${stepsZh[os](named)}
三、浏览器会自己打开登记页；没有打开，就把窗口里“主持从这里登记”下面的网址复制到
   浏览器。手机连上同一个网络，扫大屏上的码进来。
不需要安装任何东西，也不需要互联网。
启动以后，手册在 http://localhost:8080/manual （第一次用，先照第8节演练一遍）；不启动，也可以打开
program/client/manual/zh.html。

怎样停止
在那个窗口里按 Ctrl+C，看到“公评已停止，数据都已保存”就可以关窗口。

数据在哪里
在解压出来的文件夹旁边，叫 kleroterion-data；旁边的 kleroterion-data-backup 是随时更新的备份。
窗口里也写着它们的位置。换一台电脑，先停止，再把 kleroterion-data 整个复制过去，放在那边的
程序文件夹旁边。

怎样更新
先停止，把新版本解压在旧版本旁边（和 kleroterion-data 在同一层；同名的先把旧文件夹改个名），从新文件夹
启动：它会找到原来的数据。确认没有问题以后再删旧文件夹。
同一份数据同时只能由一个公评使用。旧版本打不开新版本写过的数据，更新前请先留一份副本。

演练
在控制台“会前准备，演练”里复制命令，另开一个窗口，在这个文件夹（不是里面的 program）的终端里运行：
模拟手机会坐满席位。
     ${named.rehearse} --help

更多选项
     ${named.start} --help

${named.folder}，${named.commit}。许可见 LICENSE 和 THIRD-PARTY-LICENCES.txt。`,
  cannotRun: {
    linux:
      '公评在这台电脑上启动不了。请把整个文件夹复制到硬盘上（不要在U盘里直接运行）再试；它需要',
    win32:
      '公评启动不了。请先把压缩包整个解压再打开；已经解压的，请检查杀毒软件是否删掉了 program\\node.exe。',
  },
  pressEnter: '按回车键关闭。',
};

const en: typeof zh = {
  readMe: (named, os) => `Kleroterion ${named.version}

Three steps
1. Unpack the whole archive to a place that you can write to, such as your
   documents. Do not open it inside the archive.
${stepsEn[os](named)}
3. Your browser opens the page where the first moderator registers. If it does
   not, copy the address below “A moderator starts here” from the window.
   Phones join the same network and scan the code on the projector.
Nothing needs to be installed, and no internet is needed.
Once it runs, the manual is at http://localhost:8080/manual (new here? begin with
the rehearsal in section 8); without starting, open program/client/manual/en.html.

How to stop
Press Ctrl+C in that window. Once it says “Kleroterion has stopped; everything
is saved”, close it.

Where the data is
Beside the unpacked folder, in kleroterion-data; kleroterion-data-backup next
to it is a copy kept up to date. The window says where they are. To move to another
computer, stop first, then copy the whole of kleroterion-data to the place
beside the program’s folder there.

How to update
Stop, unpack the new version beside the old one (where kleroterion-data is; rename
the old folder first if both have one name), and start from the new folder: it
finds the data. Delete the old folder once all is well. Only one Kleroterion
at a time can use the data. An old version does not open data that a newer one
has written: keep a copy before you update.

Rehearsal
Copy the command from the console (Setup, Rehearsal) and run it in a second window,
a terminal in this folder (not in program): simulated phones fill the seats.
     ${named.rehearse} --help

More options
     ${named.start} --help

${named.folder}, ${named.commit}. Licences: LICENSE and THIRD-PARTY-LICENCES.txt.`,
  cannotRun: {
    linux:
      'Kleroterion cannot start on this computer. Copy the whole folder to its disk (do not run it from a memory stick) and try again; it needs',
    win32:
      'Kleroterion cannot start. Unpack the whole archive first; if you have, check whether an antivirus program removed program\\node.exe.',
  },
  pressEnter: 'Press Enter to close.',
};

export const releaseText = { zh, en };
