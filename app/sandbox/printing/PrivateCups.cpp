// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/printing/PrivateCups.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>

#include <sys/prctl.h>
#include <sys/stat.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace okoshko::sandbox {

namespace {

QString programPath(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s}) : found;
}

/// A printer's description; %1 is the filter's input type, %2 the custom sizes.
constexpr char description[] = R"PPD(*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TEST.PPD"
*Product: "(Test)"
*Manufacturer: "Okoshko"
*ModelName: "Test printer"
*ShortNickName: "Test printer"
*NickName: "Test printer"
*PSVersion: "(3010.000) 550"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*FileSystem: False
*cupsVersion: 2.4
*cupsManualCopies: True
*cupsFilter2: "%1 application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
%2*DefaultFont: Courier
)PPD";

constexpr char customSizes[] = R"PPD(*VariablePaperSize: True
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 72 612
*ParamCustomPageSize Height: 2 points 72 2000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 0
*HWMargins: 0 0 0 0
*MaxMediaWidth: "612"
*MaxMediaHeight: "2000"
)PPD";

constexpr char service[] = R"PPD(Listen %1/s
Browsing Off
WebInterface No
DefaultAuthType None
JobRetryInterval 2
PreserveJobHistory Yes
DirtyCleanInterval 0
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess default
JobPrivateValues default
<Limit Send-Document Cancel-Job>
Require user @OWNER @SYSTEM
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
Allow all
</Limit>
</Policy>
)PPD";

constexpr char folders[] = R"PPD(FileDevice Yes
SystemGroup root
ServerRoot %1/etc
ServerBin %1/bin
RequestRoot %1/spool
TempDir %1/tmp
StateDir %1/state
CacheDir %1/cache
AccessLog %1/log/access
ErrorLog %1/log/error
PageLog %1/log/page
DataDir /usr/share/cups
DocumentRoot /usr/share/cups
)PPD";

/// The backend: notes its arguments, and leaves the rest to the script of the queue.
constexpr char backend[] = R"PPD(#!/bin/sh
[ $# -gt 0 ] || exit 0
[ $# -lt 6 ] || exec <"$6"
printf '%s\n' "$1" "$2" "$3" "$4" "$5" >'%1/out/'"$PRINTER.arguments"
. '%1/printers/'"$PRINTER"
)PPD";

} // namespace

PrivateCups::PrivateCups()
    : m_folder(QDir::tempPath() + u"/cups"_s) // short: the path of a socket has a limit
{
    // Filters run as another user where this runs as root.
    QFile::setPermissions(m_folder.path(), QFileDevice::Permissions(0x7755));
    const QDir folder(m_folder.path());
    for (const QString &name : {u"etc/ppd"_s, u"etc/ssl"_s, u"spool"_s, u"tmp"_s, u"state"_s, u"cache"_s, u"log"_s,
                                u"out"_s, u"printers"_s, u"bin/backend"_s})
        folder.mkpath(name);
    QFile::setPermissions(path(u"out"_s), QFileDevice::Permissions(0x7777));
    for (const QString &name : {u"filter"_s, u"daemon"_s, u"notifier"_s, u"driver"_s, u"monitor"_s})
        QFile::link(u"/usr/lib/cups/"_s + name, path(u"bin/"_s + name));
    writeConfiguration();
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.setStandardOutputFile(path(u"log/output"_s));
    m_daemon.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    if (!start())
        kill();
}

PrivateCups::~PrivateCups()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(5000))
        kill();
}

void PrivateCups::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(file.fileName()));
}

void PrivateCups::writeConfiguration(const QByteArray &further) const
{
    const QString folder = m_folder.path();
    write(u"cupsd.conf"_s, QString::fromLatin1(service).arg(folder).toUtf8() + further + '\n');
    write(u"cups-files.conf"_s, QString::fromLatin1(folders).arg(folder).toUtf8());
    const QString name = u"bin/backend/test"_s;
    write(name, QString::fromLatin1(backend).replace(u"%1"_s, folder).toUtf8());
    ::chmod(qPrintable(path(name)), S_IRWXU); // CUPS runs it as root where it is root's alone
}

bool PrivateCups::start()
{
    m_daemon.start(programPath(u"cupsd"_s),
                   {u"-f"_s, u"-c"_s, path(u"cupsd.conf"_s), u"-s"_s, path(u"cups-files.conf"_s)});
    if (!m_daemon.waitForStarted())
        return false;
    const QDeadlineTimer patience(10000);
    while (isRunning() && !patience.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(server());
        if (socket.waitForConnected(1000))
            return true;
        m_daemon.waitForFinished(20);
    }
    return false;
}

bool PrivateCups::isRunning() const
{
    return m_daemon.state() == QProcess::Running;
}

void PrivateCups::kill()
{
    m_daemon.kill();
    m_daemon.waitForFinished(5000);
}

bool PrivateCups::restart(const QByteArray &lines)
{
    kill();
    writeConfiguration(lines);
    return start();
}

bool PrivateCups::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CUPS_SERVER"_s, server());
    process.setProcessEnvironment(environment);
    process.start(programPath(program), arguments);
    return process.waitForFinished(20000) && process.exitCode() == 0;
}

void PrivateCups::addQueue(const QString &name, Paper paper, Filter filter)
{
    const QString file = name + u".ppd"_s;
    const QString input = filter == Filter::None ? u"application/pdf"_s : u"application/vnd.cups-pdf"_s;
    write(file, QString::fromLatin1(description)
                    .arg(input, QLatin1StringView(paper == Paper::AnySize ? customSizes : ""))
                    .toUtf8());
    ::mkfifo(qPrintable(path(name + u".go"_s)), S_IRWXU);
    setPrinter(name, writing(name));
    run(u"lpadmin"_s, {u"-p"_s, name, u"-E"_s, u"-v"_s, u"test:/"_s + name, u"-P"_s, path(file)});
}

void PrivateCups::setPrinter(const QString &queue, const QString &script)
{
    write(u"printers/"_s + queue, script.toUtf8() + '\n');
}

QString PrivateCups::writing(const QString &queue) const
{
    return u"cat >'%1.part' && mv '%1.part' '%1'"_s.arg(printed(queue));
}

QString PrivateCups::waiting(const QString &queue) const
{
    return u"read -r line <'%1'"_s.arg(path(queue + u".go"_s));
}

void PrivateCups::goOn(const QString &queue) const
{
    QFile file(path(queue + u".go"_s));
    if (file.open(QIODevice::WriteOnly)) // once the printer reads
        file.write("\n");
}

QString PrivateCups::printed(const QString &queue) const
{
    return path(u"out/"_s + queue);
}

QStringList PrivateCups::arguments(const QString &queue) const
{
    QFile file(path(u"out/%1.arguments"_s.arg(queue)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

} // namespace okoshko::sandbox
